namespace Functional.Cli;

using ParseResult = System.CommandLine.ParseResult;

/// <summary><c>completion</c>: writes a script for a shell, made from the table of options that the help is made from.</summary>
internal static class CompletionCommand
{
    public static int Run(CompletionOptions options, ParseResult parsed, Terminal terminal) => options.Read(parsed).Match(
        Succ: script =>
        {
            terminal.Out.Write(script(CompletedCommand.All(new CommandLine()), CommandLine.Default));
            return ExitCode.Done;
        },
        Fail: faults => Faults.Usage(faults, "functional completion", terminal));
}
