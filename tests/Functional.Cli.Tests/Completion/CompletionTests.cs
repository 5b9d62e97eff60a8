namespace Functional.Cli.Tests.Completion;

using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

public sealed class CompletionTests
{
    public static TheoryData<string> Shells => ["bash", "zsh", "fish"];

    [Theory]
    [MemberData(nameof(Shells))]
    public void A_script_knows_every_command_and_every_option_of_the_help(string shell)
    {
        var script = Script(shell);
        Assert.Contains("activation", script, StringComparison.Ordinal);
        foreach (var command in new CommandLine().Root.Subcommands)
        {
            Assert.Contains(command.Name, script, StringComparison.Ordinal);
            var help = Command.Run($"{command.Name} --help").Out.Split('\n').Where(line => line.StartsWith("  --", StringComparison.Ordinal)).Select(line => line.Trim().Split(' ')[0]).ToArray();
            Assert.NotEmpty(CompletedCommand.Of(command).Options);
            Assert.All(help, option => Assert.Contains(CompletedCommand.Of(command).Options, own => string.Equals(own.Name, option, StringComparison.Ordinal)));
            Assert.All(help, option => Assert.Contains(shell is "fish" ? $"-l {option[2..]}" : option, script, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task The_shell_itself_finds_no_fault_with_a_script(string shell)
    {
        if (!IsInstalled(shell))
        {
            return;
        }

        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path, Script(shell));
            var (code, output, error) = await Run(shell, "-n", path);
            Assert.Equal((0, string.Empty, string.Empty), (code, output, error));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("functional che", "check")]
    [InlineData("functional predict --for", "--format")]
    [InlineData("functional predict --format ", "csv jsonl table")]
    [InlineData("functional predict --format=", "csv jsonl table")]
    [InlineData("functional predict --format=j", "jsonl")]
    [InlineData("functional train --activation s", "silu softplus sigmoid")]
    [InlineData("functional --optimizer ada", "adagrad adam adamw adamax")]
    [InlineData("functional --vers", "--version")]
    [InlineData("functional --early", "--early-stopping")]
    [InlineData("functional completion ", "bash zsh fish")]
    [InlineData("functional check --samples ", "")]
    [InlineData("functional predict --model RE", "README.txt")]
    [InlineData("functional train --data di", "dill.txt directory")]
    [InlineData("functional run first.jsonc --output di", "directory")]
    [InlineData("functional predict --model two", "two words.txt")]
    public async Task Bash_completes(string line, string expected)
    {
        if (!IsInstalled("bash"))
        {
            return;
        }

        var directory = Directory.CreateTempSubdirectory("functional-");
        try
        {
            Directory.CreateDirectory(Path.Combine(directory.FullName, "directory"));
            await File.WriteAllTextAsync(Path.Combine(directory.FullName, "dill.txt"), string.Empty);
            await File.WriteAllTextAsync(Path.Combine(directory.FullName, "README.txt"), string.Empty);
            await File.WriteAllTextAsync(Path.Combine(directory.FullName, "two words.txt"), string.Empty);
            await File.WriteAllTextAsync(Path.Combine(directory.FullName, "script"), Script("bash"));

            // What bash does: words are broken at spaces and at =, and the last one is completed.
            var words = line.Replace("=", " = ", StringComparison.Ordinal).Split(' ').Where((word, place) => word.Length > 0 || place == line.Replace("=", " = ", StringComparison.Ordinal).Split(' ').Length - 1).ToArray();
            var array = string.Join(' ', words.Select(word => $"'{word}'"));
            var (code, output, error) = await Run(
                "bash",
                "--norc",
                "-c",
                $"cd '{directory.FullName}' && source ./script && COMP_WORDS=({array}) COMP_CWORD={words.Length - 1} && _functional 2>/dev/null; printf '%s\\n' \"${{COMPREPLY[@]}}\"");
            Assert.Equal((0, string.Empty), (code, error));
            var found = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(expected.StartsWith("two", StringComparison.Ordinal) ? [expected] : expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("completion", "'SHELL': found nothing; expected bash, zsh or fish")]
    [InlineData("completion tcsh", "'SHELL': found 'tcsh'; expected bash, zsh or fish")]
    public void A_shell_that_is_missing_or_unknown_is_a_fault(string arguments, string error)
    {
        var outcome = Command.Run(arguments);
        Assert.Equal((2, string.Empty), (outcome.Code, outcome.Out));
        Assert.Contains(error, outcome.Error, StringComparison.Ordinal);
    }

    private static string Script(string shell)
    {
        var outcome = Command.Run($"completion {shell}");
        Assert.Equal((0, string.Empty), (outcome.Code, outcome.Error));
        return outcome.Out;
    }

    private static bool IsInstalled(string program) => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Any(directory => File.Exists(Path.Combine(directory, program)));

    private static async Task<(int Code, string Out, string Error)> Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
