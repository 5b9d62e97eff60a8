namespace Functional.Cli;

using System.CommandLine;
using System.CommandLine.Invocation;

/// <summary>Writes the help of the command that was asked for.</summary>
internal sealed class HelpTextAction : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.Write(HelpText.Of(parseResult.CommandResult.Command));
        return ExitCode.Done;
    }
}
