namespace Functional.Experiments.Tests.Laboratory;

using System;
using System.IO.Pipes;
using System.Threading.Tasks;

/// <summary>A world whose helpers are threads on the other side of pipes.</summary>
internal sealed class PipeHost : ILabHost
{
    /// <summary>How many helpers there were.</summary>
    public int Helpers { get; private set; }

    public void Kill() => throw new LabKilledException();

    public LabHelper<T> Helper<T>(Experiment experiment, int inputs, int outputs)
        where T : struct, System.Numerics.IFloatingPointIeee754<T>
    {
        Helpers++;
        var there = new AnonymousPipeServerStream(PipeDirection.Out);
        var taken = new AnonymousPipeClientStream(PipeDirection.In, there.ClientSafePipeHandle);
        var back = new AnonymousPipeServerStream(PipeDirection.Out);
        var answered = new AnonymousPipeClientStream(PipeDirection.In, back.ClientSafePipeHandle);
        var serving = Task.Run(() => LabServer.Run(taken, back, new LabProgram("none")));
        return LabHelper<T>.Over(experiment, inputs, outputs, there, answered, new Ended(there, serving));
    }

    private sealed class Ended(AnonymousPipeServerStream there, Task serving) : IDisposable
    {
        public void Dispose()
        {
            there.Dispose();
            serving.Wait();
        }
    }
}
