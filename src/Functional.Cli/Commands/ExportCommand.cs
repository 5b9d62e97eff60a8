namespace Functional.Cli;

using System.IO;
using Functional.Experiments;
using LanguageExt;

using ParseResult = System.CommandLine.ParseResult;

/// <summary><c>export</c>: writes a saved network for other programs.</summary>
internal static class ExportCommand
{
    private const string Name = "functional export";

    public static int Run(ExportOptions options, ParseResult parsed, Terminal terminal) => options.Read(parsed).Match(
        Succ: settings => ModelFile.Load(settings.Model).Bind(model => Saved(settings, model, terminal).Map(_ => model)).Match(
            Right: model =>
            {
                terminal.Out.WriteLine($"{settings.Output}: {ExportFormats.Names.NameOf(settings.Format).IfNone(string.Empty)}, {Figures.Count(model.ParameterCount)} parameters, {Figures.Count((int)System.Math.Min(new FileInfo(settings.Output).Length, int.MaxValue))} bytes");
                if (settings.Format == ExportFormat.Onnx && model.Precision == Precision.Double)
                {
                    terminal.Out.WriteLine("note: the numbers are rounded to single precision.");
                }

                return ExitCode.Done;
            },
            Left: fault => Faults.Data(Prelude.Seq1(fault), terminal)),
        Fail: faults => Faults.Usage(faults, Name, terminal));

    private static Either<Functional.Data.DataFault, Unit> Saved(ExportSettings settings, Model model, Terminal terminal)
    {
        lock (terminal.Saving)
        {
            return settings.Format.Save(settings.Output, model);
        }
    }
}
