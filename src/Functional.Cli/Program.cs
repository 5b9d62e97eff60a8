namespace Functional.Cli;

using System;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

/// <summary>The process: its console, its clock and its signals.</summary>
internal static class Program
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static async Task<int> Main(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var stop = new CancellationTokenSource();
        var asked = new TaskCompletionSource<int>();
        Console.CancelKeyPress += (_, key) => key.Cancel = asked.TrySetResult(ExitCode.Interrupted);
        using var termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => signal.Cancel = asked.TrySetResult(ExitCode.Terminated));
        var terminal = Terminal.OfProcess(stop.Token);
        var work = Task.Run(() => App.Run(args, terminal), CancellationToken.None);
        if (await Task.WhenAny(work, asked.Task) == work)
        {
            return await work;
        }

        var wanted = await asked.Task;
        await stop.CancelAsync();
        if (await Task.WhenAny(work, Task.Delay(Patience, CancellationToken.None)) == work)
        {
            return Ended(await work, wanted);
        }

        // In the middle of something long that cannot be asked to stop: leave it, but never while a file is being written or a run is being recorded.
        lock (terminal.Saving)
        {
        }

        return await Task.WhenAny(work, Task.Delay(Patience, CancellationToken.None)) == work ? Ended(await work, wanted) : Ended(App.Interrupted(terminal), wanted);
    }

    /// <summary>What is returned: the work's own code, unless it was interrupted and the wish had another one.</summary>
    private static int Ended(int code, int wanted) => code == ExitCode.Interrupted ? wanted : code;
}
