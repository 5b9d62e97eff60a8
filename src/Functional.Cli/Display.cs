namespace Functional.Cli;

using System;
using System.IO;
using Spectre.Console;

/// <summary>What standard output can show, and what the user wants to see there.</summary>
/// <remarks>
/// In this order: NO_COLOR, set and not empty, takes all colours away (https://no-color.org); FORCE_COLOR or CLICOLOR_FORCE, set and neither empty nor 0, gives
/// them even where output is no terminal; CLICOLOR=0 takes them away; otherwise a terminal has colours and anything else has none. A terminal that says it is dumb
/// gets plain lines.
/// </remarks>
/// <param name="IsTerminal">Whether lines can be written over: for a progress bar.</param>
/// <param name="HasColours">Whether there are colours.</param>
internal sealed record Display(bool IsTerminal, bool HasColours)
{
    /// <summary>Whether tables and colours are shown in place of plain lines of a fixed layout.</summary>
    public bool IsRich => IsTerminal || HasColours;

    /// <summary>The display of a process.</summary>
    /// <param name="variable">The value of an environment variable, or null.</param>
    /// <param name="isRedirected">Whether output is no terminal.</param>
    public static Display Of(Func<string, string?> variable, bool isRedirected)
    {
        var isTerminal = !isRedirected && !Is(variable("TERM"), "dumb");
        var colours = !string.IsNullOrEmpty(variable("NO_COLOR")) ? false
            : IsForced(variable("FORCE_COLOR")) || IsForced(variable("CLICOLOR_FORCE")) ? true
            : !Is(variable("CLICOLOR"), "0") && isTerminal;
        return new(isTerminal, colours);
    }

    /// <summary>A console that writes so.</summary>
    /// <param name="output">Where to.</param>
    public IAnsiConsole Console(TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = IsTerminal ? AnsiSupport.Detect : HasColours ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = !HasColours ? ColorSystemSupport.NoColors : IsTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.EightBit,
            Interactive = IsTerminal ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        if (HasColours && console.Profile.Capabilities.ColorSystem == ColorSystem.NoColors)
        {
            console.Profile.Capabilities.ColorSystem = ColorSystem.EightBit;
        }

        return console;
    }

    private static bool IsForced(string? value) => !string.IsNullOrEmpty(value) && !Is(value, "0");

    private static bool Is(string? value, string other) => string.Equals(value, other, StringComparison.Ordinal);
}
