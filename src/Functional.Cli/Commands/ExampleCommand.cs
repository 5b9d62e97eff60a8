namespace Functional.Cli;

using System;
using System.IO;
using System.Linq;
using Functional.Cli.Examples;
using Functional.Data;
using Functional.Experiments;
using LanguageExt;
using ParseResult = System.CommandLine.ParseResult;

/// <summary><c>example</c>: lists the examples or runs one.</summary>
internal static class ExampleCommand
{
    private const string Name = "functional example";
    private const string DataOption = "--data";

    public static int Run(ExampleOptions options, ParseResult parsed, Terminal terminal) => options.Read(parsed).Match(
        Succ: chosen => chosen.Match(Some: one => Run(one.Example, one.Settings, terminal), None: () => List(terminal)),
        Fail: faults => Faults.Usage(faults, Name, terminal));

    private static int List(Terminal terminal)
    {
        var context = new ExampleContext(ExampleSettings.Default, null, terminal);
        context.Table([new("example", ExampleTable.All.Max(example => example.Name.Length), IsText: true), new("what it does", IsText: true)],
            ExampleTable.All.Select(example => new[] { example.Name, example.Summary }));
        context.Say($"");
        context.Say($"{Name} NAME runs one, {Name} --help tells the options.");
        return ExitCode.Done;
    }

    private static int Run(Example example, ExampleSettings settings, Terminal terminal)
    {
        var samples = example.Options.Contains(DataOption, StringComparer.Ordinal)
            ? settings.Data.Load().Map(Prelude.Some)
            : Prelude.Success<DataFault, Option<DataSplit>>(Prelude.None);
        var target = settings.Output.Match(Some: PictureFile.CheckDirectory, None: () => Unit.Default).ToValidation();
        return (samples, target).Apply((split, _) => split).Match(
            Succ: split => Run(example, new ExampleContext(settings, split.OrNull(), terminal), terminal),
            Fail: faults => Faults.Data(faults, terminal));
    }

    private static int Run(Example example, ExampleContext context, Terminal terminal)
    {
        try
        {
            example.Run(context);
        }
        catch (ExampleDivergence diverged)
        {
            terminal.Error.WriteLine($"error: {diverged.Message}");
            return ExitCode.Diverged;
        }

        return context.Settings.Output.Match(Some: directory => Save(directory, context, terminal), None: () => Unsaved(context));
    }

    private static int Unsaved(ExampleContext context)
    {
        if (context.Pictures.Count > 0)
        {
            context.Say($"");
            context.Say($"It also draws {string.Join(", ", context.Pictures.Select(picture => picture.FileName))}: --output DIR writes there.");
        }

        return ExitCode.Done;
    }

    private static int Save(string directory, ExampleContext context, Terminal terminal)
    {
        context.Say($"");
        foreach (var picture in context.Pictures)
        {
            var path = Path.Combine(directory, picture.FileName);
            lock (terminal.Saving)
            {
                var saved = PictureFile.Save(path, picture.Text);
                if (saved.IsLeft)
                {
                    return Faults.Data(saved.LeftToSeq(), terminal);
                }
            }

            context.Say($"picture  {path}");
        }

        return ExitCode.Done;
    }
}
