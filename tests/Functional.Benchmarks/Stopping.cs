namespace Functional.Benchmarks;

using System;
using System.Runtime.InteropServices;

/// <summary>Something to be done where the process is stopped from the keyboard or asked to end; not any more once this is disposed of.</summary>
internal sealed class Stopping : IDisposable
{
    private readonly PosixSignalRegistration interrupted;
    private readonly PosixSignalRegistration terminated;

    /// <summary>Registers it. The process ends behind it as it would without.</summary>
    public Stopping(Action action)
    {
        interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => action());
        terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => action());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        interrupted.Dispose();
        terminated.Dispose();
    }
}
