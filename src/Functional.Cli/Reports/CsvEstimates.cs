namespace Functional.Cli;

using System;
using System.Buffers;
using System.IO;
using System.Linq;
using Functional.Experiments;

/// <summary>Estimates as CSV (RFC 4180, lines ended by a line feed): a line with the columns' names, then one for each sample.</summary>
internal sealed class CsvEstimates(Model model, ServeSettings settings, string noun, TextWriter output) : EstimateWriter(model, settings, noun, output)
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    public override void Begin()
    {
        var outputs = Enumerable.Range(0, Description.ClassCount);
        var columns = HasValues
            ? Description.ClassCount == 1 ? ["value"] : outputs.Select(index => $"value_{index}")
            : new[] { "class", Score }.Concat(All ? outputs.Select(index => $"{Score}_{Description.NameOf(index)}") : []);
        Output.WriteLine(string.Join(',', columns.Prepend(Noun).Select(Field)));
    }

    public override void Write(long number, Estimate estimate)
    {
        Output.Write(number);
        if (!HasValues)
        {
            Output.Write(',');
            Output.Write(Field(estimate.ClassName));
            Output.Write(',');
            Output.Write(Text(estimate.Score));
        }

        for (var index = 0; index < estimate.Outputs.Count && (All || HasValues); index++)
        {
            Output.Write(',');
            Output.Write(Text(estimate.Outputs[index]));
        }

        Output.WriteLine();
    }

    private static string Field(string text) => text.AsSpan().ContainsAny(Special) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
