namespace Functional.Benchmarks.Reports;

using System;
using Spectre.Console;

/// <summary>Where tables and progress go.</summary>
internal static class Output
{
    private const int WidthOfFiles = 170;

    /// <summary>Writes a table, as wide as it must be where nobody looks at a terminal.</summary>
    public static void Write(Table table)
    {
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = WidthOfFiles;
            AnsiConsole.Profile.Capabilities.Ansi = false;
            AnsiConsole.Profile.Capabilities.ColorSystem = ColorSystem.NoColors;
        }

        AnsiConsole.Write(table);
    }

    /// <summary>Tells on standard error what is being done.</summary>
    public static void Progress(string text) => Console.Error.WriteLine(text);
}
