namespace Functional.Experiments;

using System;
using System.Diagnostics;
using System.IO;

/// <summary>The world of a process: helpers are processes, too, and being killed is being killed.</summary>
/// <param name="Program">The command that helpers are started from.</param>
internal sealed record LabHost(LabProgram Program) : ILabHost
{
    /// <inheritdoc/>
    public void Kill()
    {
        using var own = Process.GetCurrentProcess();
        own.Kill();
    }

    /// <inheritdoc/>
    public LabHelper<T> Helper<T>(Experiment experiment, int inputs, int outputs)
        where T : struct, System.Numerics.IFloatingPointIeee754<T>
    {
        var start = Program.Start("lab", LabServer.Argument);
        start.RedirectStandardError = false;
        if (!LabProgram.TryStart(start, out var process, out var fault))
        {
            throw new IOException($"{fault}");
        }

        return LabHelper<T>.Over(experiment, inputs, outputs, process.StandardInput.BaseStream, process.StandardOutput.BaseStream, new Helping(process));
    }

    private sealed class Helping(Process process) : IDisposable
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

        public void Dispose()
        {
            // Its input is closed, so the helper ends by itself.
            if (!process.WaitForExit(Patience))
            {
                process.Kill(entireProcessTree: true);
            }

            process.Dispose();
        }
    }
}
