namespace Functional.Cli;

using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;
using Functional.Numerics;
using Functional.Numerics.Randomness;

/// <summary>Writes the version, the versions on which the bits of results depend, and the vector width, on which they do not.</summary>
internal sealed class VersionAction : SynchronousCommandLineAction
{
    /// <summary>The version without the commit behind it.</summary>
    public static string Version => (typeof(VersionAction).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0").Split('+')[0];

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine(
            $"functional {Version} (arithmetic version {Arithmetic.Version}, random stream version {RandomKey.StreamVersion}, vectors: {Execution.Sequential.EffectiveWidth})");
        return ExitCode.Done;
    }
}
