namespace Functional.Experiments;

using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using Functional.Data;
using LanguageExt;

/// <summary>Carries rows of the laboratory out, each in processes of its own.</summary>
public static class LabProcess
{
    /// <summary>Killed processes end with this code, or on Windows with −1.</summary>
    private const int KilledCode = 128 + 9;

    /// <summary>Carries a row out.</summary>
    /// <param name="setting">What is different in its process.</param>
    /// <param name="order">What it is ordered to.</param>
    /// <param name="own">The command that runs the laboratory.</param>
    /// <param name="stop">Ends the process.</param>
    /// <returns>What it came to, or why there is no result.</returns>
    /// <exception cref="OperationCanceledException">It was asked to stop.</exception>
    /// <exception cref="IOException">The order's folder cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The order's folder may not be made.</exception>
    public static Either<DataFault, LabResult> Carry(LabSetting setting, LabOrder order, LabProgram own, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(setting);
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(own);
        if (order.State.IsNone)
        {
            order.Folder.IfSome(folder => Directory.CreateDirectory(folder));
        }

        var wanted = setting.Fold == LabFold.Killed ? order.Experiments.Count : 0;
        for (var kills = 0; ; kills++)
        {
            var start = Start(setting, setting.Program.IfNone(own));
            if (!LabProgram.TryStart(start, out var process, out var fault))
            {
                return fault;
            }

            var (code, output, error) = Run(process, order, stop);
            if ((code == KilledCode || code == -1) && kills < wanted)
            {
                continue;
            }

            return code != 0 ? new DataFault(setting.Name, $"its process ended with {code} ({Last(error)})", "0")
                : LabText.ReadResult(output).Map(result => kills == 0 ? result : result with { Facts = new(result.Facts.Entries.Map(entry => entry.Name is LabFacts.Way ? (entry.Name, kills == 1 ? "killed once" : $"killed {kills} times") : entry).Strict()) });
        }
    }

    private static ProcessStartInfo Start(LabSetting setting, LabProgram program)
    {
        var start = program.Start("lab", LabServer.Argument);
        LabMatrix.Variables.Iter(name => start.Environment.Remove(name));
        setting.Environment.Iter(own => start.Environment[own.Name] = own.Value);
        start.StandardOutputEncoding = Encoding.UTF8;
        start.StandardErrorEncoding = Encoding.UTF8;
        return start;
    }

    private static (int Code, string Output, string Error) Run(Process process, LabOrder order, CancellationToken stop)
    {
        using var own = process;
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None));
            Tell(process, LabText.Write(order));
            process.WaitForExitAsync(stop).GetAwaiter().GetResult();
            return (process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>Writes the order; a process that has ended before it is read tells why by itself.</summary>
    private static void Tell(Process process, string order)
    {
        try
        {
            process.StandardInput.BaseStream.Write(Encoding.UTF8.GetBytes($"{order}\n"));
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // Its exit code says more.
        }
    }

    private static string Last(string error) => error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault() ?? "without a word";
}
