namespace Functional.Cli;

using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using Functional.Experiments;

/// <summary>Estimates as JSON lines: an object for each sample, on a line of its own. What is no finite number becomes null.</summary>
internal sealed class JsonLinesEstimates(Model model, ServeSettings settings, string noun, TextWriter output) : EstimateWriter(model, settings, noun, output)
{
    private readonly string[] names =
        [.. Enumerable.Range(0, model.Description.ClassCount).Select(index => JsonEncodedText.Encode(model.Description.NameOf(index), JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString())];

    public override void Begin()
    {
    }

    public override void Write(long number, Estimate estimate)
    {
        Output.Write($"{{\"{Noun}\":");
        Output.Write(number);
        if (!HasValues)
        {
            Output.Write(",\"class\":\"");
            Output.Write(names[estimate.Class]);
            Output.Write($"\",\"{Score}\":");
            Output.Write(Number(estimate.Score));
        }

        if (HasValues || All)
        {
            Output.Write(HasValues ? ",\"values\":[" : Score is "score" ? ",\"scores\":[" : ",\"probabilities\":[");
            for (var index = 0; index < estimate.Outputs.Count; index++)
            {
                Output.Write(index == 0 ? string.Empty : ",");
                Output.Write(Number(estimate.Outputs[index]));
            }

            Output.Write(']');
        }

        Output.WriteLine('}');
    }

    private string Number(double number) => double.IsFinite(number) ? Text(number) : "null";
}
