namespace Functional.Experiments;

using System;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using LanguageExt;

/// <summary>The results of a sweep as text, CSV and JSON lines, every number with all its digits.</summary>
public static class SweepText
{
    private static readonly char[] Quoted = ['"', ',', '\n', '\r'];

    /// <summary>A table with a row for each result.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="results">The results.</param>
    public static string Table(Sweep sweep, Seq<TrialResult> results)
    {
        Given.NoNulls(results);
        ArgumentNullException.ThrowIfNull(sweep);
        var text = new StringBuilder("trial,point,repetition,rung,epochs,status,");
        text.Append(string.Concat(sweep.Axes.Map(axis => $"{Cell(axis.Path)},")))
            .Append("resultEpoch,loss,trainAccuracy,validationLoss,validationAccuracy,testLoss,testAccuracy,experiment,fingerprint\n");
        foreach (var own in results)
        {
            var trial = own.Trial;
            text.Append(CultureInfo.InvariantCulture, $"{trial.Number},{trial.Point},{trial.Repetition},{trial.Rung},{own.Epochs},{Status(own)},")
                .Append(string.Concat(own.Values.Map(value => $"{Cell(Shown(value))},")))
                .Append(own.Final.Match(
                    Some: final => string.Create(
                        CultureInfo.InvariantCulture,
                        $"{final.Epoch},{final.Loss:R},{final.TrainAccuracy:R},{final.Validation?.Loss:R},{final.Validation?.Accuracy:R},{final.TestLoss:R},{final.TestAccuracy:R},"),
                    None: () => ",,,,,,,"))
                .Append(CultureInfo.InvariantCulture, $"{own.Experiment},{own.Fingerprint.IfNone(string.Empty)}\n");
        }

        return text.ToString();
    }

    /// <summary>A JSON object on a line for each result.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="results">The results.</param>
    public static string Lines(Sweep sweep, Seq<TrialResult> results)
    {
        Given.NoNulls(results);
        ArgumentNullException.ThrowIfNull(sweep);
        return string.Concat(results.Map(own => $"{Object(sweep, own).ToJsonString()}\n"));
    }

    /// <summary>A value of an axis as people read it: a string without its quotes, anything else as JSON.</summary>
    /// <param name="value">The value as JSON; what is no JSON is a string.</param>
    public static string Shown(string value) => DocumentPath.Parsed(Given.NotNull(value)) is JsonValue text && text.TryGetValue<string>(out var words) ? words : value;

    /// <summary>"finished" or "diverged".</summary>
    /// <param name="result">A result.</param>
    public static string Status(TrialResult result) => Given.NotNull(result).HasDiverged ? "diverged" : "finished";

    private static JsonObject Object(Sweep sweep, TrialResult own)
    {
        var line = new JsonObject
        {
            ["trial"] = own.Trial.Number,
            ["point"] = own.Trial.Point,
            ["repetition"] = own.Trial.Repetition,
            ["rung"] = own.Trial.Rung,
            ["epochs"] = own.Epochs,
            ["status"] = Status(own),
            ["settings"] = Settings(sweep, own.Values),
        };
        own.Message.IfSome(message => line["message"] = message);
        own.Final.IfSome(final =>
        {
            line["resultEpoch"] = final.Epoch;
            line["loss"] = final.Loss;
            line["trainAccuracy"] = final.TrainAccuracy;
            line["validationLoss"] = final.Validation?.Loss;
            line["validationAccuracy"] = final.Validation?.Accuracy;
            line["testLoss"] = final.TestLoss;
            line["testAccuracy"] = final.TestAccuracy;
        });
        line["experiment"] = own.Experiment;
        own.Fingerprint.IfSome(fingerprint => line["fingerprint"] = fingerprint);
        return line;
    }

    private static JsonObject Settings(Sweep sweep, Seq<string> values)
    {
        var settings = new JsonObject();
        for (var i = 0; i < values.Count; i++)
        {
            settings[sweep.Axes[i].Path] = JsonNode.Parse(values[i]);
        }

        return settings;
    }

    private static string Cell(string text) => text.IndexOfAny(Quoted) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
