namespace Functional.Cli.Tests.Commands;

using System;
using System.IO;
using System.Linq;
using System.Threading;
using Functional.Experiments;
using Xunit;

public class SweepCommandTests
{
    private const string Small =
        "{\"version\": 1, \"experiment\": {\"version\": 1, \"arithmetic\": 1, \"network\": {\"hidden\": [4]}, \"epochs\": 1, \"validation\": {\"share\": 0.2}},\n\"axes\": [{\"type\": \"values\", \"path\": \"optimiser.rate\", \"values\": [0.1, 0.5, 1e30]}, {\"type\": \"values\", \"path\": \"network.activation\", \"values\": [\"relu\", \"tanh\"]}]}";

    [Fact]
    public void A_sweep_tells_every_trial_the_best_first_and_goes_on_where_it_was()
    {
        using var directory = new TemporaryDirectory();
        var (file, folder) = (directory.File("sweep.json"), directory.File("one"));
        File.WriteAllText(file, Small);
        var outcome = Command.Run($"sweep {file} --output {folder} --workers 2");
        Assert.Equal((0, string.Empty), (outcome.Code, outcome.Error));
        Assert.Equal(6, outcome.Out.Split('\n').Count(line => line.Contains(" of 6  trial ", StringComparison.Ordinal)));
        Assert.Matches(@"point +validation accuracy +rate +activation", outcome.Out);
        Assert.Contains("diverged", outcome.Out, StringComparison.Ordinal);

        var again = Command.Run($"sweep {file} --output {folder} --workers 1 --json");
        Assert.Equal((0, string.Empty), (again.Code, again.Error));
        Assert.Equal(2, (int)again.Json["diverged"]!);
        var points = again.Json["points"]!.AsArray();
        var means = points.Where(point => point!["mean"] is not null).Select(point => (double)point!["mean"]!).ToArray();
        Assert.Equal(4, means.Length);
        Assert.Equal(means.OrderDescending(), means);
        var best = points[0]!["trials"]![0]!;
        Assert.Equal(
            (string)best["fingerprint"]!,
            Command.Run($"run {Path.Combine((string)best["folder"]!, "experiment.json")} --json").Fingerprint);
        Assert.Equal(7, File.ReadAllLines((string)again.Json["table"]!).Length);
        Assert.Contains("another sweep was begun here", Command.Run($"sweep {Changed(directory)} --output {folder}").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(40)]
    public void In_a_narrow_terminal_nothing_of_the_table_is_wider(int width)
    {
        using var directory = new TemporaryDirectory();
        var file = directory.File("sweep.json");
        File.WriteAllText(file, Small);
        var outcome = Command.Run($"sweep {file} --output {directory.File("one")}", interactive: true, width);
        Assert.Equal(0, outcome.Code);
        var table = outcome.Out.Split("\n\n")[1];
        Assert.All(table.Split('\n'), line => Assert.InRange(line.Length, 0, width));
        Assert.Contains("tanh", table, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sweep_that_is_stopped_says_how_to_go_on()
    {
        using var directory = new TemporaryDirectory();
        var file = directory.File("sweep.json");
        File.WriteAllText(file, Small);
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var outcome = Command.Run($"sweep {file} --output {directory.File("one")}", stop: stop.Token);
        Assert.Equal(ExitCode.Interrupted, outcome.Code);
        Assert.Contains("hint: functional sweep", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(0, Command.Run($"sweep {file} --output {directory.File("one")}").Code);
    }

    [Fact]
    public void Init_writes_a_sweep_that_can_be_read_and_its_schema()
    {
        var example = Command.Run("init --sweep");
        Assert.Equal((0, string.Empty), (example.Code, example.Error));
        Assert.Equal(16, SweepDocument.Read(example.Out).Match(Succ: sweep => sweep.TrialCount, Fail: faults => throw new InvalidOperationException($"{faults}")));
        Assert.Equal(SweepDocument.Schema(), Command.Run("init --sweep --schema").Out);
    }

    [Theory]
    [InlineData("sweep", 2, "'FILE'")]
    [InlineData("sweep {0}/s.json", 2, "--output: found nothing")]
    [InlineData("sweep {0}/s.json --output {0}/x --workers 0", 2, "--workers: found '0'")]
    [InlineData("sweep {0}/nope.json --output {0}/x", 1, "no such file")]
    [InlineData("sweep {0}/s.json --output {0}", 1, "holds other files")]
    [InlineData("sweep {0}/wrong.json --output {0}/x", 2, "$.axis (line 1")]
    [InlineData("sweep {0}/large.json --output {0}/x", 2, "$.sampling: 5,000 in 1 of 1 points")]
    public void What_is_wrong_is_told_before_anything_runs(string arguments, int code, string words)
    {
        using var directory = new TemporaryDirectory();
        File.WriteAllText(directory.File("s.json"), Small);
        File.WriteAllText(directory.File("wrong.json"), "{\"version\": 1, \"experiment\": {\"version\": 1, \"arithmetic\": 1}, \"axis\": []}");
        File.WriteAllText(directory.File("large.json"), "{\"version\": 1, \"experiment\": {\"version\": 1, \"arithmetic\": 1, \"sampling\": {\"type\": \"mini-batch\", \"size\": 5000}}}");
        var outcome = Command.Run(string.Format(System.Globalization.CultureInfo.InvariantCulture, arguments, directory.Path));
        Assert.Equal((code, string.Empty), (outcome.Code, outcome.Out));
        Assert.Contains(words, outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(directory.File("x")));
    }

    [Fact]
    public void Judging_by_the_test_set_is_warned_of()
    {
        using var directory = new TemporaryDirectory();
        var file = directory.File("sweep.json");
        File.WriteAllText(file, "{\"version\": 1, \"experiment\": {\"version\": 1, \"arithmetic\": 1, \"network\": {\"hidden\": []}, \"epochs\": 1}}");
        var outcome = Command.Run($"sweep {file} --output {directory.File("one")}");
        Assert.Equal(0, outcome.Code);
        Assert.Contains("warning: trials are judged by the test set", outcome.Error, StringComparison.Ordinal);
    }

    private static string Changed(TemporaryDirectory directory)
    {
        File.WriteAllText(directory.File("changed.json"), Small.Replace("0.5", "0.25", StringComparison.Ordinal));
        return directory.File("changed.json");
    }
}
