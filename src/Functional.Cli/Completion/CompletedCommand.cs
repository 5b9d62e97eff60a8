namespace Functional.Cli;

using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Help;
using System.Linq;

/// <summary>A command as a shell completes it.</summary>
/// <param name="Name">The name.</param>
/// <param name="Description">What it does, in a few words.</param>
/// <param name="Options">Its options.</param>
/// <param name="Arguments">What else it takes.</param>
internal sealed record CompletedCommand(string Name, string Description, IReadOnlyList<CompletedOption> Options, IReadOnlyList<CompletedValue> Arguments)
{
    private static readonly CompletedOption Help = new("--help", "Show all options and examples", CompletedValue.Of(new HelpOption()));

    /// <summary>The command.</summary>
    public static CompletedCommand Of(Command command) => new(
        command.Name,
        CompletedOption.Shortened(command.Description ?? string.Empty),
        [.. command.Options.Where(option => option is not HelpOption and not VersionOption).Select(CompletedOption.Of), Help],
        [.. command.Arguments.Select(CompletedValue.Of)]);

    /// <summary>All commands, from the same table as their help.</summary>
    public static IReadOnlyList<CompletedCommand> All(CommandLine line) => [.. line.Root.Subcommands.Select(Of)];
}
