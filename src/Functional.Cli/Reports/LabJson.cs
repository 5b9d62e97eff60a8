namespace Functional.Cli;

using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Functional.Experiments;
using LanguageExt;

/// <summary>The laboratory's table as JSON.</summary>
internal static class LabJson
{
    /// <summary>The text.</summary>
    public static string Of(IReadOnlyList<LabRow> rows, Seq<Experiment> experiments) => JsonText.Object(writer =>
    {
        writer.WriteStartArray("experiments");
        experiments.Iter(experiment => writer.WriteStringValue(ExperimentDocument.Fingerprint(experiment)));
        writer.WriteEndArray();
        writer.WriteStartArray("rows");
        foreach (var row in rows)
        {
            Write(writer, row);
        }

        writer.WriteEndArray();
        writer.WriteNumber("fingerprints", rows.SelectMany(row => row.Result.Map(own => own.Fingerprint)).Distinct(System.StringComparer.Ordinal).Count());
        writer.WriteBoolean("agrees", rows.All(row => row.Verdict is LabVerdict.Reference or LabVerdict.Same or LabVerdict.NotHere));
    });

    private static void Write(Utf8JsonWriter writer, LabRow row)
    {
        writer.WriteStartObject();
        writer.WriteString("setting", row.Setting.Name);
        writer.WriteString("verdict", row.Verdict switch
        {
            LabVerdict.Reference => "reference",
            LabVerdict.Same => "same",
            LabVerdict.Parted => "parts",
            LabVerdict.NotHere => "not-here",
            _ => "failed",
        });
        writer.WriteNumber("threads", row.Setting.Threads);
        if (row.Setting.Shows.IsSome && row.Verdict is LabVerdict.Same same)
        {
            writer.WriteBoolean("hasEffect", same.HasEffect);
        }

        row.Setting.Environment.Iter(own => writer.WriteString($"environment.{own.Name}", own.Value));
        row.Result.IfSome(result =>
        {
            writer.WriteStartObject("facts");
            result.Facts.Entries.Iter(entry => writer.WriteString(entry.Name, entry.Found));
            writer.WriteEndObject();
            writer.WriteString("fingerprint", result.Fingerprint);
            writer.WriteStartArray("networks");
            result.Runs.Iter(run => writer.WriteStringValue(run.Fingerprint));
            writer.WriteEndArray();
        });
        switch (row.Verdict)
        {
            case LabVerdict.Parted parted:
                writer.WriteStartObject("parts");
                writer.WriteNumber("experiment", parted.At.Experiment);
                parted.At.Step.IfSome(step => writer.WriteNumber("step", step));
                writer.WriteString("message", parted.At.Message);
                parted.At.Comparison.IfSome(comparison => comparison.Discrepancies.Take(1).Iter(first => DiffReport.Write(writer, first)));
                writer.WriteEndObject();
                break;
            case LabVerdict.Failed failed:
                writer.WriteString("message", failed.Fault.Message);
                break;
            case LabVerdict.NotHere missing:
                writer.WriteString("message", missing.Why);
                break;
            default:
                break;
        }

        writer.WriteEndObject();
    }
}
