namespace Functional.Cli.Tests.Reports;

using System;
using System.IO;
using System.Text.RegularExpressions;
using Xunit;

/// <summary>A terminal of few letters: nothing is wider than it, since a line that wraps cannot be written over.</summary>
public sealed partial class NarrowTerminalTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static TheoryData<int> Widths => [20, 21, 25, 30, 35, 36, 40, 55, 56, 67, 68, 80, 120];

    [Theory]
    [MemberData(nameof(Widths))]
    public void Nothing_of_a_training_is_wider_than_the_terminal(int width)
    {
        foreach (var options in new[] { string.Empty, " --validation 0.1 --schedule cosine --diagnose --early-stopping 5" })
        {
            var outcome = Command.RunInTerminal($"--epochs 3 --hidden 8{options}", width);
            Assert.Equal((0, string.Empty), (outcome.Code, outcome.Error));
            AssertFits(outcome, width);
            var accuracy = Regex.Match(Command.Run($"--epochs 3 --hidden 8{options}").Out, "test accuracy +(?<share>[0-9.]+%)", RegexOptions.ExplicitCapture, Patience).Groups["share"].Value;
            Assert.Contains(accuracy, Text(outcome), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(20)]
    [InlineData(40)]
    [InlineData(80)]
    public void Nothing_of_a_check_or_of_predictions_is_wider_than_the_terminal(int width)
    {
        AssertFits(Command.RunInTerminal("check --hidden 4 --directions 1", width), width);
        var file = Path.Combine(Path.GetTempPath(), $"functional-{Guid.NewGuid():N}.safetensors");
        try
        {
            Command.Run($"--epochs 1 --hidden 4 --save {file}");
            AssertFits(Command.RunInTerminal($"predict --model {file} --samples 1", width), width);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Without_colours_a_terminal_is_only_told_where_to_write()
    {
        var output = Command.RunInTerminal("--epochs 2 --hidden 4", 60, hasColours: false).Out;
        Assert.DoesNotMatch(Colours(), output);
        Assert.Matches(Colours(), Command.RunInTerminal("--epochs 2 --hidden 4", 60).Out);
    }

    private static void AssertFits(Outcome outcome, int width) => Assert.All(Text(outcome).Split('\n'), line => Assert.InRange(line.Length, 0, width));

    /// <summary>What stands in the terminal's lines: each carriage return begins a line, too, since what was there is written over.</summary>
    private static string Text(Outcome outcome) => Escapes().Replace(outcome.Out, string.Empty).Replace('\r', '\n');

    [GeneratedRegex(@"\e\[([0-9]+;)*([349][0-7]|38|48)[;m]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Colours();

    [GeneratedRegex(@"\e\[[0-9;?]*[A-Za-z]", RegexOptions.None, 1000)]
    private static partial Regex Escapes();
}
