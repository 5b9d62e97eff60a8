namespace Functional.Cli;

using Functional.Data;
using Functional.Experiments;
using LanguageExt;

/// <summary>Tells faults on standard error, one a line, and what to do about them.</summary>
internal static class Faults
{
    /// <summary>Options that are wrong.</summary>
    public static int Usage(Seq<SettingFault> faults, string command, Terminal terminal)
    {
        faults.Iter(fault => terminal.Error.WriteLine($"error: {Named(fault).Message}"));
        terminal.Error.WriteLine($"hint: {command} --help shows all options with their defaults.");
        return ExitCode.Usage;
    }

    /// <summary>A file of an experiment that is wrong.</summary>
    public static int Document(Seq<DocumentFault> faults, string file, Terminal terminal)
    {
        faults.Iter(fault => terminal.Error.WriteLine($"error: {file} {fault.Message}"));
        terminal.Error.WriteLine("hint: functional init shows a file with every member explained.");
        return ExitCode.Usage;
    }

    /// <summary>Files or data that are wrong.</summary>
    public static int Data(Seq<DataFault> faults, Terminal terminal)
    {
        faults.Iter(fault => terminal.Error.WriteLine($"error: {fault.Message}"));
        return ExitCode.Fault;
    }

    private static SettingFault Named(SettingFault fault) => fault.Setting.Length > 0 && char.IsAsciiLetter(fault.Setting[0])
        ? fault with { Setting = $"--{fault.Setting}" }
        : fault;
}
