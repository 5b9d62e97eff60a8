namespace Functional.Cli;

using System;
using System.CommandLine;

/// <summary>An option as a shell completes it.</summary>
/// <param name="Name">The name with its two dashes.</param>
/// <param name="Description">What it is for, in a few words.</param>
/// <param name="Value">What stands behind it.</param>
internal sealed record CompletedOption(string Name, string Description, CompletedValue Value)
{
    private const int Longest = 72;

    /// <summary>The option.</summary>
    public static CompletedOption Of(Option option) => new(option.Name, Shortened(option.Description ?? string.Empty), CompletedValue.Of(option));

    /// <summary>The first sentence, without what stands in brackets at its end.</summary>
    public static string Shortened(string description)
    {
        var end = description.IndexOf(". ", StringComparison.Ordinal);
        var sentence = (end < 0 ? description : description[..end]).Split(" (default")[0].TrimEnd('.');
        return sentence.Length <= Longest ? sentence : $"{sentence[..sentence.LastIndexOf(' ', Longest)]} …";
    }
}
