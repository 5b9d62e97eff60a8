namespace Functional.Cli.Tests.Commands;

using System;
using System.IO;
using System.Text;
using System.Threading;
using Functional.Experiments;
using Xunit;

public sealed class LabCommandTests
{
    private const string Tiny = "{\"version\": 1, \"arithmetic\": 1, \"network\": {\"hidden\": [5], \"activation\": \"tanh\", \"dropout\": 0.1}, \"sampling\": {\"type\": \"mini-batch\", \"size\": 500}, \"epochs\": 1}";

    /// <summary>Rows in processes of their own: one of another culture, one that is killed and resumed.</summary>
    [Fact]
    public void Rows_in_processes_of_their_own_come_to_the_fingerprint_of_the_training()
    {
        using var directory = new TemporaryDirectory();
        File.WriteAllText(directory.File("tiny.json"), Tiny);
        var outcome = Command.Run($"lab {directory.File("tiny.json")} --only tr-TR,killed");
        Assert.Equal((0, string.Empty), (outcome.Code, outcome.Error));
        var trained = Command.Run($"run {directory.File("tiny.json")} --json");
        Assert.Contains($"experiment 1  {trained.Fingerprint}\n", outcome.Out, StringComparison.Ordinal);
        Assert.Contains("-1.234,5", outcome.Out, StringComparison.Ordinal);
        Assert.Contains("same, killed once", outcome.Out, StringComparison.Ordinal);
        Assert.Matches("one fingerprint in 3 rows: [0-9a-f]{64}\n$", outcome.Out);
    }

    [Fact]
    public void What_its_processes_say_is_a_line_of_json()
    {
        using var output = new MemoryStream();
        var order = new LabOrder(LanguageExt.Prelude.Seq1(ExperimentDocument.Read(Tiny).Match(Succ: own => own, Fail: faults => throw new InvalidOperationException($"{faults}")))) { Threads = 2 };
        using var input = new MemoryStream(Encoding.UTF8.GetBytes($"{LabText.Write(order)}\n"));
        using var error = new StringWriter();
        var terminal = new Terminal(TextWriter.Null, error, false, Spectre.Console.AnsiConsole.Console, TimeProvider.System, CancellationToken.None) { OpenInput = () => input, OpenOutput = () => output };
        Assert.Equal(0, App.Run(["lab", "--serve"], terminal));
        var result = LabText.ReadResult(Encoding.UTF8.GetString(output.ToArray())).Match(Right: own => own, Left: fault => throw new InvalidOperationException(fault.Message));
        Assert.Equal(4, result.Runs[0].Steps.Count);
        Assert.Equal(System.Runtime.Intrinsics.X86.Fma.IsSupported || System.Runtime.Intrinsics.Arm.AdvSimd.IsSupported ? "yes" : "no", result.Facts[LabFacts.Fma]);
        Assert.NotEmpty(result.Facts[LabFacts.Code]);
        Assert.Equal(1, App.Run(["lab", "--serve"], terminal with { OpenInput = () => new MemoryStream("nonsense\n"u8.ToArray()) }));
        Assert.Contains("error: the laboratory's order", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lab {0}/none.json", 1, "no such file")]
    [InlineData("lab --only nonsense", 2, "--only: found 'nonsense'")]
    [InlineData("lab --also {0}", 1, "there is no functional command in this folder")]
    [InlineData("lab --sources {0}", 1, "there is no src/Functional.Cli")]
    [InlineData("lab --set epochs=0", 2, "epochs")]
    [InlineData("lab {0}/patient.json", 2, "early stopping")]
    public void What_is_wrong_is_told_before_anything_runs(string arguments, int code, string words)
    {
        using var directory = new TemporaryDirectory();
        File.WriteAllText(directory.File("patient.json"), "{\"version\": 1, \"arithmetic\": 1, \"validation\": {\"share\": 0.1, \"patience\": 2}}");
        var outcome = Command.Run(string.Format(System.Globalization.CultureInfo.InvariantCulture, arguments, directory.Path));
        Assert.Equal((code, string.Empty), (outcome.Code, outcome.Out));
        Assert.Contains(words, outcome.Error, StringComparison.Ordinal);
    }

    /// <summary>The whole matrix, with builds of the sources: minutes.</summary>
    [LabFact]
    public void The_whole_matrix_has_one_fingerprint()
    {
        var sources = Packages.Repository.Find()?.Root;
        var outcome = Command.Run(sources is null ? "lab" : $"lab --sources {sources}");
        Assert.True(outcome.Code == 0, outcome.Out + outcome.Error);
        Assert.Contains("one fingerprint in ", outcome.Out, StringComparison.Ordinal);
    }
}
