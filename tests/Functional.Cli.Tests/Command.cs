namespace Functional.Cli.Tests;

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Spectre.Console;

/// <summary>Runs the command within this process or in one of its own.</summary>
internal static class Command
{
    public static Outcome Run(string arguments, bool interactive = false, int? width = null, string input = "", CancellationToken stop = default)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = width ?? console.Profile.Width;
        using var typed = new MemoryStream(Encoding.UTF8.GetBytes(input));
        var code = App.Run(Split(arguments), new Terminal(output, error, interactive, console, TimeProvider.System, stop) { OpenInput = () => typed });
        return new(code, output.ToString(), error.ToString());
    }

    /// <summary>Runs the command as if in a terminal of a width, with a progress bar and with or without colours.</summary>
    public static Outcome RunInTerminal(string arguments, int width, bool hasColours = true)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var console = new Display(IsTerminal: true, hasColours).Console(output);
        console.Profile.Width = width;
        console.Profile.Capabilities.Ansi = true;
        console.Profile.Capabilities.Interactive = true;
        var code = App.Run(Split(arguments), new Terminal(output, error, true, console, TimeProvider.System, CancellationToken.None));
        return new(code, output.ToString(), error.ToString());
    }

    /// <summary>A process of the command that has just begun, with its input and output at hand.</summary>
    public static Process Start(string arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "functional.dll"));
        foreach (var argument in Split(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    public static async Task<Outcome> RunInProcess(string arguments, params (string Name, string Value)[] environment)
    {
        using var process = Start(arguments, environment);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await error);
    }

    /// <summary>Starts the command in a process of its own.</summary>
    public static Process Start(string arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "functional.dll"));
        foreach (var argument in Split(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static string[] Split(string arguments) => arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>What a command left behind.</summary>
internal sealed record Outcome(int Code, string Out, string Error)
{
    public JsonObject Json => JsonNode.Parse(Out)!.AsObject();

    public string Fingerprint => (string)Json["fingerprint"]!;

    public IReadOnlyList<string> ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
