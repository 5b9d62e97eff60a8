namespace Functional.Cli;

using System;
using System.Collections.Generic;
using System.IO;
using Functional.Data;
using Functional.Experiments;
using Functional.Numerics;
using LanguageExt;

/// <summary><c>predict --input</c>: answers samples from a file or a pipe, line by line as they come.</summary>
internal static class ServeCommand
{
    private const string LineHint = "hint: --header tells that the first line has names, --ignore leaves columns out, --skip-faults goes on behind a bad line.";

    public static int Run(ServeSettings settings, Terminal terminal) => ModelFile.Load(settings.Model).Match(
        Right: model => Run(settings, model, terminal),
        Left: fault => Faults.Data(Prelude.Seq1(fault), terminal));

    private static int Run(ServeSettings settings, Model model, Terminal terminal) => SampleInput.Open(settings, model.Description, terminal).Match(
        Right: input =>
        {
            using (input)
            {
                return Run(settings, model, input, terminal);
            }
        },
        Left: fault => Faults.Data(Prelude.Seq1(fault), terminal));

    private static int Run(ServeSettings settings, Model model, SampleInput input, Terminal terminal)
    {
        if (terminal.IsInputTyped && settings.Input is ServeSettings.StandardInput)
        {
            terminal.Error.WriteLine($"Type samples of {model.Description.InputShape.Size} numbers, one a line; Ctrl-D ends.");
        }

        var output = terminal.OpenLines();
        try
        {
            var code = Run(settings, EstimateWriter.Of(model, settings, input.Noun, output), output, input, Serving.Answer(model, input.Arrivals, new Execution { Threads = settings.Threads }, input.Noun), terminal);
            output.Flush();
            return code;
        }
        catch (IOException closed) when (StandardOutput.IsClosed(closed))
        {
            // Whoever reads has seen enough.
            return ExitCode.Done;
        }
        catch (IOException failed)
        {
            return Faults.Data(Prelude.Seq1(new DataFault("standard output", $"it cannot be written ({failed.Message.TrimEnd('.')})", "room for all results")), terminal);
        }
    }

    private static int Run(ServeSettings settings, EstimateWriter writer, TextWriter output, SampleInput input, IEnumerable<Reply> replies, Terminal terminal)
    {
        var (answered, skipped) = (0L, 0L);
        writer.Begin();
        foreach (var reply in replies)
        {
            switch (reply)
            {
                case Reply.Answer answer:
                    answered++;
                    writer.Write(answer.Number, answer.Estimate);
                    break;
                case Reply.Refusal refusal:
                    skipped++;
                    output.Flush();
                    terminal.Error.WriteLine($"{(settings.SkipsFaults && !refusal.EndsAll ? "skipped" : "error")}: {refusal.Reason.In(input.Name).Message}");
                    if (settings.SkipsFaults && !refusal.EndsAll)
                    {
                        break;
                    }

                    if (input.IsText)
                    {
                        terminal.Error.WriteLine(LineHint);
                    }

                    return ExitCode.Fault;
                default:
                    output.Flush();
                    break;
            }

            if (terminal.Stop.IsCancellationRequested)
            {
                output.Flush();
                throw new OperationCanceledException(terminal.Stop);
            }
        }

        if (skipped > 0)
        {
            output.Flush();
            terminal.Error.WriteLine($"{Figures.Count(skipped)} of {Figures.Count(answered + skipped)} {input.Noun}s skipped.");
        }

        return ExitCode.Done;
    }
}
