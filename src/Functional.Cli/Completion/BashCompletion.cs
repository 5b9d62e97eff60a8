namespace Functional.Cli;

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

/// <summary>Completion for bash: a function that looks up the words for the place where the cursor is.</summary>
internal static class BashCompletion
{
    /// <summary>The script.</summary>
    /// <param name="commands">All commands.</param>
    /// <param name="implied">The command that is meant where the first word is an option.</param>
    public static string Of(IReadOnlyList<CompletedCommand> commands, string implied)
    {
        var text = new StringBuilder();
        text.Append($$"""
            # Completion of functional for bash, written by: functional completion bash
            # Use it once by: source <(functional completion bash)
            # or for good as ~/.local/share/bash-completion/completions/functional

            _functional() {
                local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]} kind= words=
                local IFS=$' \t\n'
                COMPREPLY=()
                if [[ $current == "=" ]]; then
                    current=
                elif [[ $previous == "=" ]]; then
                    previous=${COMP_WORDS[COMP_CWORD-2]}
                fi
                if [[ $command == -* || -z $command ]]; then
                    command={{implied}}
                fi
                if ((COMP_CWORD == 1)) && [[ $current != -* ]]; then
                    words={{Quoted(commands.Select(command => command.Name))}}
                else
                    case "$command $previous" in

            """);
        foreach (var group in commands.SelectMany(command => command.Options.Select(option => (Place: $"{command.Name} {option.Name}", option.Value)))
            .Where(each => each.Value.Kind != ValueKind.None).GroupBy(each => Action(each.Value), StringComparer.Ordinal))
        {
            text.Append($"            {string.Join(" | ", group.Select(each => $"\"{each.Place}\""))})\n                {group.Key} ;;\n");
        }

        text.Append("""
                        *)
                            case "$command" in

            """);
        foreach (var command in commands)
        {
            var values = command.Arguments.Where(argument => argument.Kind is not ValueKind.None and not ValueKind.Text).Select(argument => $" [[ $current == -* ]] || {Action(argument)} ;");
            text.Append($"                    {command.Name})\n                        words={Quoted(command.Options.Select(option => option.Name))} ;{string.Concat(values)};\n");
        }

        return text.Append("""
                            esac
                            if ((COMP_CWORD == 1)); then
                                words="$words --version"
                            fi ;;
                    esac
                fi
                case $kind in
                    none) ;;
                    file)
                        compopt -o filenames 2>/dev/null
                        IFS=$'\n'
                        COMPREPLY=($(compgen -f -- "$current")) ;;
                    directory)
                        compopt -o filenames 2>/dev/null
                        IFS=$'\n'
                        COMPREPLY=($(compgen -d -- "$current")) ;;
                    *)
                        COMPREPLY=($(compgen -W "$words" -- "$current")) ;;
                esac
            }
            complete -F _functional functional

            """).ToString();
    }

    private static string Action(CompletedValue value) => value.Kind switch
    {
        ValueKind.Words => $"words={Quoted(value.Words)}",
        ValueKind.File => "kind=file",
        ValueKind.Directory => "kind=directory",
        _ => "kind=none",
    };

    private static string Quoted(IEnumerable<string> words) => $"\"{string.Join(' ', words)}\"";
}
