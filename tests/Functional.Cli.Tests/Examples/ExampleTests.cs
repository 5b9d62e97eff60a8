namespace Functional.Cli.Tests.Examples;

using System;
using System.IO;
using System.Linq;
using Functional.Cli.Examples;
using Functional.Experiments;
using Xunit;

/// <summary>What holds for all examples.</summary>
public sealed class ExampleTests
{
    private const int Lines = 60;

    public static TheoryData<string> Names => [.. ExampleTable.All.Select(example => example.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_example_runs_in_its_short_form_without_any_files(string name)
    {
        var outcome = Command.Run($"example {name}{(ExampleTable.Find(name)!.Options.Contains("--quick") ? " --quick" : string.Empty)}");
        Assert.Empty(outcome.Error);
        Assert.Equal(0, outcome.Code);
        Assert.NotEmpty(outcome.Out);
        Assert.All(outcome.Out.Split('\n'), line => Assert.InRange(line.Length, 0, 100));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_example_takes_only_options_that_there_are(string name) =>
        Assert.Empty(ExampleTable.Find(name)!.Options.Except(new ExampleOptions().Command.Options.Select(option => option.Name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_example_is_one_file_of_less_than_sixty_lines(string name)
    {
        var file = $"{string.Concat(name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]))}.cs";
        using var stream = typeof(ExampleTests).Assembly.GetManifestResourceStream($"Examples.{file}") ?? throw new InvalidOperationException($"There is no {file} among the examples.");
        using var reader = new StreamReader(stream);
        Assert.InRange(reader.ReadToEnd().TrimEnd('\n').Split('\n').Length, 1, Lines - 1);
    }

    [Fact]
    public void Every_file_of_the_folder_is_an_example_in_the_table() =>
        Assert.Equal(ExampleTable.All.Count, typeof(ExampleTests).Assembly.GetManifestResourceNames().Count(name => name.StartsWith("Examples.", StringComparison.Ordinal)));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Without_a_name_all_are_listed(bool interactive)
    {
        var outcome = Command.Run("example", interactive);
        Assert.Equal(0, outcome.Code);
        Assert.All(ExampleTable.All, example => Assert.Contains(example.Name, outcome.Out, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("example")]
    [InlineData("example worked-example --quick")]
    [InlineData("example hand-exercise")]
    public void No_line_is_wider_than_a_narrow_terminal(string arguments) =>
        Assert.All(Command.Run(arguments, interactive: true, width: 40).Out.Split('\n'), line => Assert.InRange(line.Length, 0, 40));

    [Fact]
    public void A_directory_for_pictures_that_cannot_be_is_a_fault_before_anything_is_computed()
    {
        Assert.Equal(2, Command.Run("example worked-example --output /dev/null").Code);
        Assert.Equal(1, PictureFile.CheckDirectory("/dev/null/pictures").Match(Left: _ => 1, Right: _ => 0));
    }

    [Theory]
    [InlineData("example work-example", "'work-example'", "expected worked-example")]
    [InlineData("example no-such-thing", "'no-such-thing'", "expected one of ")]
    [InlineData("example --quick", "--quick", "a name before it")]
    [InlineData("example worked-example --momentum 0.9", "--momentum", "--quick")]
    [InlineData("example worked-example --momentum 1", "--momentum", "below 1")]
    [InlineData("example worked-example two", "'two'", "expected options")]
    public void A_wrong_name_or_option_is_a_fault(string arguments, string named, string expected)
    {
        var outcome = Command.Run(arguments);
        Assert.Equal(2, outcome.Code);
        Assert.Empty(outcome.Out);
        Assert.StartsWith($"error: {named}: ", outcome.Error, StringComparison.Ordinal);
        Assert.Contains(expected, outcome.Error, StringComparison.Ordinal);
    }
}
