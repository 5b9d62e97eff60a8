namespace Functional.Cli;

using System;
using System.Globalization;
using System.IO;
using System.Linq;
using Functional.Experiments;

/// <summary>Estimates in columns for people, rounded.</summary>
internal sealed class TableEstimates(Model model, ServeSettings settings, string noun, TextWriter output) : EstimateWriter(model, settings, noun, output)
{
    private const int NumberWidth = 8;
    private const int ScoreWidth = 11;

    private readonly int nameWidth = Math.Max("class".Length, Enumerable.Range(0, model.Description.ClassCount).Max(index => model.Description.NameOf(index).Length));

    public override void Begin()
    {
        var names = Enumerable.Range(0, Description.ClassCount).Select(index => HasValues ? Description.ClassCount == 1 ? "value" : $"value {index}" : Description.NameOf(index));
        Output.WriteLine(
            $"{Noun,NumberWidth}{(HasValues ? string.Empty : $"  {"class".PadRight(nameWidth)}  {Score,ScoreWidth}")}{(HasValues || All ? string.Concat(names.Select(name => $"  {name,ScoreWidth}")) : string.Empty)}");
    }

    public override void Write(long number, Estimate estimate)
    {
        var opinion = HasValues ? string.Empty : $"  {estimate.ClassName.PadRight(nameWidth)}  {Rounded(estimate.Score),ScoreWidth}";
        var all = HasValues || All ? string.Concat(estimate.Outputs.Map(score => $"  {Rounded(score),ScoreWidth}")) : string.Empty;
        Output.WriteLine($"{number,NumberWidth}{opinion}{all}");
    }

    private string Rounded(double number) =>
        HasValues || Description.Outputs == OutputMeaning.Scores ? number.ToString("G6", CultureInfo.InvariantCulture) : Figures.Percent(number);
}
