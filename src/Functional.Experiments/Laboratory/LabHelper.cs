namespace Functional.Experiments;

using System;
using System.IO;
using System.Text;
using Functional.Networks;

/// <summary>Someone who carries grains, until it is disposed of.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
internal sealed class LabHelper<T> : IDisposable
    where T : struct, System.Numerics.IFloatingPointIeee754<T>
{
    private const int BufferSize = 1 << 16;

    private readonly IDisposable? life;

    /// <summary>A worker, and what ends it.</summary>
    public LabHelper(IGrainWorker<T> worker, IDisposable? life = null)
    {
        Worker = worker;
        this.life = life;
    }

    /// <summary>Someone on the other side of two streams, who is told the experiment first.</summary>
    /// <param name="experiment">The experiment whose grains they are.</param>
    /// <param name="inputs">The number of features.</param>
    /// <param name="outputs">The number of outputs.</param>
    /// <param name="to">Where messages go.</param>
    /// <param name="from">Where answers come from.</param>
    /// <param name="life">What ends it.</param>
    public static LabHelper<T> Over(Experiment experiment, int inputs, int outputs, Stream to, Stream from, IDisposable life)
    {
        to.Write(Encoding.UTF8.GetBytes(LabServer.HelperLine(experiment)));
        var network = (Chain<T>)experiment.Architecture(outputs).Initialise<T>(inputs, experiment.InitialKey);
        return new(new GrainClient<T>(network, new BufferedStream(to, BufferSize), new BufferedStream(from, BufferSize)), life);
    }

    /// <summary>The worker.</summary>
    public IGrainWorker<T> Worker { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        (Worker as IDisposable)?.Dispose();
        life?.Dispose();
    }
}
