namespace Functional.Cli;

using System;
using System.CommandLine;

/// <summary>The command as a function: from arguments to text and an exit code.</summary>
internal static class App
{
    private const string ShowCursor = "\e[?25h";

    /// <summary>Runs the command.</summary>
    public static int Run(string[] args, Terminal terminal)
    {
        try
        {
            return Dispatch(CommandLine.WithDefaultCommand(args), terminal);
        }
        catch (OperationCanceledException) when (terminal.Stop.IsCancellationRequested)
        {
            return Interrupted(terminal);
        }
        catch (OutOfMemoryException)
        {
            terminal.Error.WriteLine("error: there is not enough memory; smaller --hidden or --batch need less.");
            return ExitCode.Fault;
        }
        catch (Exception mistake)
        {
            terminal.Error.WriteLine($"internal error: {mistake.GetType().Name}: {mistake.Message.ReplaceLineEndings(" ")}");
            terminal.Error.WriteLine("hint: this is a mistake in functional, not in your input; please report it with the command line that led to it.");
            return ExitCode.Internal;
        }
    }

    /// <summary>Says that the command was stopped from the keyboard.</summary>
    public static int Interrupted(Terminal terminal)
    {
        if (terminal.IsInteractive)
        {
            terminal.Out.Write(ShowCursor);
            terminal.Out.Flush();
        }

        terminal.Error.WriteLine("stopped.");
        return ExitCode.Interrupted;
    }

    private static int Dispatch(string[] args, Terminal terminal)
    {
        var line = new CommandLine(args.Length > 0 ? args[0] : null);
        var parsed = line.Root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is { } action && !ReferenceEquals(parsed.CommandResult.Command.Action, action) && action is HelpTextAction or VersionAction)
        {
            return parsed.Invoke(new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false });
        }

        return line.RunnerOf(parsed.CommandResult.Command) is { } run ? run(parsed, terminal) : Faults.Usage(Reading.OfTokens(parsed), "functional", terminal);
    }
}
