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
        var line = new CommandLine();
        var parsed = line.Root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is { } action && !ReferenceEquals(parsed.CommandResult.Command.Action, action) && action is HelpTextAction or VersionAction)
        {
            return parsed.Invoke(new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false });
        }

        var command = parsed.CommandResult.Command;
        return command == line.Train.Command ? TrainCommand.Run(line.Train, parsed, terminal)
            : command == line.Init.Command ? InitCommand.Run(line.Init, parsed, terminal)
            : command == line.Run.Command ? RunCommand.Run(line.Run, parsed, terminal)
            : command == line.Resume.Command ? ResumeCommand.Run(line.Resume, parsed, terminal)
            : command == line.Verify.Command ? VerifyCommand.Run(line.Verify, parsed, terminal)
            : command == line.Compare.Command ? CompareCommand.Run(line.Compare, parsed, terminal)
            : command == line.Report.Command ? ReportCommand.Run(line.Report, parsed, terminal)
            : command == line.Sweep.Command ? SweepCommand.Run(line.Sweep, parsed, terminal)
            : command == line.Check.Command ? CheckCommand.Run(line.Check, parsed, terminal)
            : command == line.Predict.Command ? PredictCommand.Run(line.Predict, parsed, terminal)
            : command == line.Export.Command ? ExportCommand.Run(line.Export, parsed, terminal)
            : command == line.Import.Command ? ImportCommand.Run(line.Import, parsed, terminal)
            : command == line.Example.Command ? ExampleCommand.Run(line.Example, parsed, terminal)
            : command == line.Completion.Command ? CompletionCommand.Run(line, parsed, terminal)
            : Faults.Usage(Reading.OfTokens(parsed), "functional", terminal);
    }
}
