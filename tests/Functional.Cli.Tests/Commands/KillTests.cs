namespace Functional.Cli.Tests.Commands;

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using Functional.Experiments;
using Xunit;
using Xunit.Abstractions;

/// <summary>A process that trains may be ended at any moment: what it is resumed to has the bits of a run that nobody disturbs.</summary>
public class KillTests(ITestOutputHelper output)
{
    /// <summary>Holds how often the process is killed; a few times where it is not set.</summary>
    private const string Variable = "FUNCTIONAL_KILLS";

    private const int Few = 3;
    private const int LongestWait = 120_000;

    /// <summary>Everything that a checkpoint may hold: moments of the optimiser, running statistics, masks, the best network so far.</summary>
    private const string Arguments = "train --hidden 96,48 --optimizer adam --batch-norm --dropout 0.1 --validation 0.2 --early-stopping 90 --seed 7 --json";

    private const string Checkpoints = "--checkpoint-steps 2 --checkpoints-kept 3";

    [Fact]
    public async Task Killed_at_random_moments_and_resumed_each_time_it_comes_to_the_bits_of_the_undisturbed_run()
    {
        var wanted = int.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out var own) && own > 0 ? own : Few;
        var arguments = $"{Arguments} --epochs {(wanted > Few ? 30 : 6)}";
        var undisturbed = Command.Run(arguments);
        Assert.Equal(0, undisturbed.Code);

        using var directory = new TemporaryDirectory();
        var random = new Random();
        var (kills, writing, early, finished, damaged) = (0, 0, 0, 0, 0);
        var steps = new List<long>();
        while (kills < wanted || finished == 0)
        {
            var folder = new RunFolder(directory.File($"run{finished}"));
            var begins = !folder.HoldsRun;
            using var process = Command.Start(begins ? $"{arguments} {Checkpoints} --output {folder.Path}" : $"resume {folder.Path} {Checkpoints} --json");
            var (text, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            if (kills < wanted)
            {
                await Moment(process, folder, random);
                process.Kill();
            }

            await process.WaitForExitAsync();
            var said = await errors;
            damaged += said.Split('\n').Count(line => line.StartsWith("warning: ", StringComparison.Ordinal));
            if (process.ExitCode != 0)
            {
                Assert.True(kills < wanted, $"exit code {process.ExitCode}: {said}");
                kills++;
                writing += Directory.Exists(folder.Path) && Directory.GetFiles(folder.Path, ".*.tmp", SearchOption.AllDirectories).Length > 0 ? 1 : 0;
                early += folder.Checkpoints().IsEmpty ? 1 : 0;
                steps.Add(folder.Checkpoints().Map(StepOf).HeadOrNone().IfNone(0));
                continue;
            }

            finished++;
            var report = await text;
            if (report.Length == 0)
            {
                // Killed between the last thing that it wrote and its report, a run is found finished.
                Assert.Contains($"the run is finished: {undisturbed.Fingerprint};", said, StringComparison.Ordinal);
            }
            else
            {
                Assert.Equal(undisturbed.Fingerprint, new Outcome(0, report, said).Fingerprint);
            }

            Assert.Equal(undisturbed.Fingerprint, ModelFile.Load(folder.ModelFile).Match(Right: model => model.Fingerprint, Left: fault => fault.Message));
            Assert.Equal(0, Command.Run($"verify {folder.Path}").Code);
        }

        output.WriteLine($"{kills} kills, {writing} of them while a file was being written, {early} before the first checkpoint; {finished} runs finished, each with the fingerprint {undisturbed.Fingerprint}.");
        output.WriteLine($"Newest checkpoints at the kills: steps {string.Join(", ", steps)}.");
        Assert.Equal(0, damaged);
    }

    [Fact]
    public async Task Asked_to_end_it_writes_a_checkpoint_and_ends_with_143()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // There is no such signal.
        }

        using var directory = new TemporaryDirectory();
        var folder = new RunFolder(directory.File("run"));
        var arguments = $"{Arguments} --epochs 1000000 --set validation.patience=null";
        using var process = Command.Start($"{arguments} --checkpoint-minutes 0 --output {folder.Path}");
        var (text, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await Until(process, () => File.Exists(folder.MetricsLines) && new FileInfo(folder.MetricsLines).Length > 0);

        // While it trains nobody else may.
        var second = Command.Run($"resume {folder.Path}");
        Assert.Equal(1, second.Code);
        Assert.Contains("another process is carrying this run out", second.Error, StringComparison.Ordinal);
        Assert.Equal(1, Command.Run($"{arguments} --output {folder.Path}").Code);

        Assert.Equal(0, kill(process.Id, 15));
        await process.WaitForExitAsync();
        Assert.Equal((143, string.Empty), (process.ExitCode, await text));
        Assert.Contains($"hint: functional resume {folder.Path} goes on", await errors, StringComparison.Ordinal);
        Assert.Single(folder.Checkpoints());
        Assert.Equal(RunPhase.Stopped, folder.Read().Match(Succ: record => record.Status.Phase, Fail: faults => throw new InvalidOperationException($"{faults}")));
    }

    /// <summary>A random moment: any one from the start of the process on, or one behind a checkpoint that it has written.</summary>
    private static async Task Moment(Process process, RunFolder folder, Random random)
    {
        if (random.Next(5) == 0)
        {
            await Task.Delay(random.Next(1500));
            return;
        }

        var before = folder.Checkpoints().HeadOrNone();
        await Until(process, () => folder.Checkpoints().HeadOrNone() != before);
        await Task.Delay(random.Next(250));
    }

    private static async Task Until(Process process, Func<bool> isSo)
    {
        var watch = Stopwatch.StartNew();
        while (!isSo() && !process.HasExited)
        {
            Assert.True(watch.ElapsedMilliseconds < LongestWait, "Nothing happens.");
            await Task.Delay(5);
        }
    }

    private static long StepOf(string checkpoint) => long.Parse(Path.GetFileNameWithoutExtension(checkpoint).Split('-')[1], CultureInfo.InvariantCulture);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int kill(int process, int signal);
}
