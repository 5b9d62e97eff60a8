namespace Functional.Cli;

using System;
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
        var asked = new TaskCompletionSource();
        Console.CancelKeyPress += (_, key) =>
        {
            key.Cancel = true;
            asked.TrySetResult();
        };
        var terminal = Terminal.OfProcess(stop.Token);
        var work = Task.Run(() => App.Run(args, terminal), CancellationToken.None);
        if (await Task.WhenAny(work, asked.Task) == work)
        {
            return await work;
        }

        await stop.CancelAsync();
        if (await Task.WhenAny(work, Task.Delay(Patience, CancellationToken.None)) == work)
        {
            return await work;
        }

        // In the middle of something long that cannot be asked to stop: leave it, but never while a file is being written.
        lock (terminal.Saving)
        {
            return App.Interrupted(terminal);
        }
    }
}
