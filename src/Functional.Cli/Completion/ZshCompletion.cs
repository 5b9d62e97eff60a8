namespace Functional.Cli;

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

/// <summary>Completion for zsh: each command's options with their descriptions, for _arguments.</summary>
internal static class ZshCompletion
{
    /// <summary>The script.</summary>
    /// <param name="commands">All commands.</param>
    /// <param name="implied">The command that is meant where the first word is an option.</param>
    public static string Of(IReadOnlyList<CompletedCommand> commands, string implied)
    {
        var text = new StringBuilder();
        text.Append("""
            #compdef functional
            # Completion of functional for zsh, written by: functional completion zsh
            # Save it as _functional in a directory of $fpath, or use it once by: source <(functional completion zsh)

            _functional() {
                local command=$words[2]
                local -a commands
                commands=(

            """);
        foreach (var command in commands)
        {
            text.Append($"        '{Escaped(command.Name)}:{Escaped(command.Description)}'\n");
        }

        text.Append($$"""
                )
                if (( CURRENT == 2 )) && [[ $command != -* ]]; then
                    _describe -t commands 'command' commands
                    return
                fi
                if [[ $command == -* ]]; then
                    command={{implied}}
                else
                    shift words
                    (( CURRENT-- ))
                fi
                case $command in

            """);
        foreach (var command in commands)
        {
            var specs = command.Options.Select(Spec).Concat(command.Arguments.Select((argument, place) => $"'{place + 1}:{Escaped(argument.Name)}:{Action(argument)}'"));
            text.Append($"        {command.Name})\n            _arguments \\\n                {string.Join(" \\\n                ", specs)} ;;\n");
        }

        return text.Append("""
                esac
            }

            if [[ $funcstack[1] == _functional ]]; then
                _functional "$@"
            else
                compdef _functional functional
            fi

            """).ToString();
    }

    private static string Spec(CompletedOption option) => option.Value.Kind == ValueKind.None
        ? $"'{option.Name}[{Escaped(option.Description)}]'"
        : $"'{option.Name}=[{Escaped(option.Description)}]:{Escaped(option.Value.Name)}:{Action(option.Value)}'";

    private static string Action(CompletedValue value) => value.Kind switch
    {
        ValueKind.Words => $"({string.Join(' ', value.Words)})",
        ValueKind.File => "_files",
        ValueKind.Directory => "_files -/",
        _ => " ",
    };

    private static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(":", "\\:", StringComparison.Ordinal)
        .Replace("[", "\\[", StringComparison.Ordinal)
        .Replace("]", "\\]", StringComparison.Ordinal)
        .Replace("'", "'\\''", StringComparison.Ordinal);
}
