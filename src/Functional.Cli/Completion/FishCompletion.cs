namespace Functional.Cli;

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

/// <summary>Completion for fish: a rule for each option.</summary>
internal static class FishCompletion
{
    /// <summary>The script.</summary>
    /// <param name="commands">All commands.</param>
    /// <param name="implied">The command that is meant where the first word is an option.</param>
    public static string Of(IReadOnlyList<CompletedCommand> commands, string implied)
    {
        var text = new StringBuilder();
        text.Append("""
            # Completion of functional for fish, written by: functional completion fish
            # Save it as ~/.config/fish/completions/functional.fish, or use it once by: functional completion fish | source

            complete -c functional -f
            complete -c functional -n __fish_use_subcommand -l version -d 'Show the version'

            """);
        foreach (var command in commands)
        {
            text.Append($"complete -c functional -n __fish_use_subcommand -a {command.Name} -d {Quoted(command.Description)}\n");
        }

        var others = string.Join(' ', commands.Select(command => command.Name).Where(name => !string.Equals(name, implied, StringComparison.Ordinal)));
        foreach (var command in commands)
        {
            var condition = string.Equals(command.Name, implied, StringComparison.Ordinal) ? $"not __fish_seen_subcommand_from {others}" : $"__fish_seen_subcommand_from {command.Name}";
            foreach (var option in command.Options)
            {
                text.Append($"complete -c functional -n '{condition}' -l {option.Name[2..]}{Action(option.Value)} -d {Quoted(option.Description)}\n");
            }

            foreach (var argument in command.Arguments.Where(argument => argument.Kind is not ValueKind.None and not ValueKind.Text))
            {
                text.Append($"complete -c functional -n '{condition}'{Action(argument).Replace(" -x", string.Empty, StringComparison.Ordinal).Replace(" -r", string.Empty, StringComparison.Ordinal)}\n");
            }
        }

        return text.ToString();
    }

    private static string Action(CompletedValue value) => value.Kind switch
    {
        ValueKind.None => string.Empty,
        ValueKind.Words => $" -x -a {Quoted(string.Join(' ', value.Words))}",
        ValueKind.File => " -r -F",
        ValueKind.Directory => " -x -a '(__fish_complete_directories)'",
        _ => " -x",
    };

    private static string Quoted(string text) => $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";
}
