namespace Functional.Cli;

using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;

/// <summary>A value that a shell can complete.</summary>
/// <param name="Name">What the help calls it, such as FILE.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Words">The words that it can be, where there are only a few.</param>
internal sealed record CompletedValue(string Name, ValueKind Kind, IReadOnlyList<string> Words)
{
    private static CompletedValue None { get; } = new(string.Empty, ValueKind.None, []);

    /// <summary>The value of an option.</summary>
    public static CompletedValue Of(Option option) => option.Arity.MaximumNumberOfValues == 0
        ? None
        : Of(option.HelpName ?? string.Empty, [.. option.GetCompletions(System.CommandLine.Completions.CompletionContext.Empty).Select(item => item.Label)]);

    /// <summary>The value of an argument.</summary>
    public static CompletedValue Of(Argument argument) =>
        Of(argument.HelpName ?? argument.Name, [.. argument.GetCompletions(System.CommandLine.Completions.CompletionContext.Empty).Select(item => item.Label)]);

    private static CompletedValue Of(string name, string[] words) => new(
        name,
        words.Length > 0 ? ValueKind.Words
            : name.StartsWith("FILE", StringComparison.Ordinal) || name.StartsWith("PATH", StringComparison.Ordinal) ? ValueKind.File
            : name.StartsWith("DIR", StringComparison.Ordinal) || name.StartsWith("FOLDER", StringComparison.Ordinal) ? ValueKind.Directory
            : ValueKind.Text,
        words);
}
