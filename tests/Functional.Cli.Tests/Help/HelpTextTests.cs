namespace Functional.Cli.Tests.Help;

using System;
using System.Linq;
using Xunit;

public class HelpTextTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("train --help")]
    [InlineData("check --help")]
    [InlineData("predict --help")]
    [InlineData("init --help")]
    [InlineData("run --help")]
    [InlineData("resume --help")]
    [InlineData("verify --help")]
    [InlineData("compare --help")]
    [InlineData("diff --help")]
    [InlineData("lab --help")]
    [InlineData("sweep --help")]
    [InlineData("example --help")]
    [InlineData("completion --help")]
    public void No_line_is_wider_than_a_hundred_letters(string arguments) =>
        Assert.All(Command.Run(arguments).Out.Split('\n'), line => Assert.InRange(line.Length, 0, 100));

    [Fact]
    public void Every_command_has_examples_of_its_own()
    {
        foreach (var command in new CommandLine().Root.Subcommands)
        {
            var examples = Command.Run($"{command.Name} --help").Out.Split("Examples:")[1].Split("Exit codes:")[0];
            Assert.Contains($"functional {command.Name}", examples, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_option_of_train_stands_in_one_group_under_a_title()
    {
        var lines = Command.Run("train --help").Out.Split('\n');
        var options = new TrainOptions().Command.Options.Where(option => option is not System.CommandLine.Help.HelpOption).Select(option => option.Name);
        Assert.All(options, option => Assert.Single(lines, line => line.StartsWith($"  {option} ", StringComparison.Ordinal)));
        Assert.Equal(
            ["Data and network:", "Loss:", "Steps:", "Judging and stopping:", "Recording:", "Options:"],
            lines.Where(line => line is [not ' ', .., ':']).Where(line => line is not ("Usage:" or "Examples:" or "Exit codes:")).ToArray());
    }

    [Fact]
    public void Every_optimiser_is_told_with_its_usual_rate()
    {
        var help = string.Join(' ', Command.Run("train --help").Out.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("0.5 for sgd, 0.05 for momentum and nesterov,", help, StringComparison.Ordinal);
        Assert.Contains("0.002 for adam, amsgrad, adamw and nadam,", help, StringComparison.Ordinal);
    }
}
