namespace Functional.Cli;

using Functional.Experiments;
using Functional.Numerics;
using LanguageExt;

using ParseResult = System.CommandLine.ParseResult;

/// <summary><c>verify</c>: carries a recorded run out again.</summary>
internal static class VerifyCommand
{
    public static int Run(VerifyOptions options, ParseResult parsed, Terminal terminal) => options.Read(parsed).Match(
        Succ: wanted => new RunFolder(wanted.Folder).Read()
            .Bind(record => RunVerification.Of(record, new Execution { Threads = wanted.Threads }, _ => terminal.Stop.ThrowIfCancellationRequested()).Map(agreements => (record, agreements)))
            .Match(
                Succ: done => Show(done.record, done.agreements, wanted.Json, terminal),
                Fail: faults => Faults.Data(faults, terminal)),
        Fail: faults => Faults.Usage(faults, "functional verify", terminal));

    private static int Show(RunRecord record, Seq<RunAgreement> agreements, bool json, Terminal terminal)
    {
        var agrees = agreements.ForAll(agreement => agreement.Agrees);
        if (json)
        {
            terminal.Out.Write(JsonText.Object(writer =>
            {
                writer.WriteString("folder", record.Folder.Path);
                writer.WriteBoolean("agrees", agrees);
                writer.WriteBoolean("finished", record.Status.Phase == RunPhase.Finished);
                writer.WriteStartArray("fingerprints");
                foreach (var agreement in agreements)
                {
                    writer.WriteStartObject();
                    writer.WriteString("of", agreement.What);
                    writer.WriteBoolean("agrees", agreement.Agrees);
                    writer.WriteString("recorded", agreement.Recorded);
                    writer.WriteString("found", agreement.Found);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            }));
        }
        else
        {
            foreach (var agreement in agreements)
            {
                terminal.Out.WriteLine($"{agreement.What,-20} {(agreement.Agrees ? "agrees   " : "DIFFERS  ")} {agreement.Recorded}{(agreement.Agrees ? string.Empty : $", now {agreement.Found}")}");
            }

            terminal.Out.WriteLine(Verdict(record, agrees));
        }

        return agrees ? ExitCode.Done : ExitCode.Fault;
    }

    private static string Verdict(RunRecord record, bool agrees) => (agrees, record.Status.Phase) switch
    {
        (false, _) => "The run is not the one that its description gives here.",
        (true, RunPhase.Finished or RunPhase.Diverged) => "The run is the one that its description gives.",
        _ => $"As far as it was recorded, {record.Epochs.Count} epochs, the run is the one that its description gives; it is not finished.",
    };
}
