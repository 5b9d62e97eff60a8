namespace Functional.Experiments;

using System.Linq;

/// <summary>The samples that the network fails at most, with their pictures where they are some.</summary>
internal static class MistakesSection
{
    private const string Title = "Worst mistakes";

    /// <summary>The part; nothing where there is nothing to tell of samples.</summary>
    public static Markup Of(RunReport report) => report.Test.Match(
        Some: test => report.Model.Match(
            Some: model => test switch
            {
                TestResult.Classes classes => Of(classes, model.Description),
                TestResult.Values values => Of(values),
                _ => Markup.Nothing,
            },
            None: () => Markup.Nothing),
        None: () => Markup.Nothing);

    private static Markup Of(TestResult.Classes classes, ModelDescription description)
    {
        var (samples, wrong) = (classes.Verdict.Samples, classes.Verdict.Samples - classes.Verdict.Correct);
        if (wrong == 0)
        {
            return Page.Section(Title, Page.Paragraph($"There are none: all {ReportNumbers.Counted(samples, "test sample")} are taken for what they are."));
        }

        var isLogit = description.Outputs is OutputMeaning.Logits or OutputMeaning.IndependentLogits;
        var word = isLogit ? "probability" : "score";
        var words = Page.Paragraph(
            $"{ReportNumbers.Count(wrong)} of {ReportNumbers.Counted(samples, "test sample")} {(wrong == 1 ? "is" : "are")} taken for another class. {(wrong == classes.Worst.Count ? "They stand here," : $"Here are {ReportNumbers.Count(classes.Worst.Count)},")} those first of which the network is most sure: with the {word} of the wrong class, and the sample's number, counted from 0.");
        return classes.Worst.Exists(own => own.Picture.IsSome)
            ? Page.Section(Title, words, Markup.Of("div", "pictures", Markup.Lines(classes.Worst.Select(Figure))))
            : Page.Section(Title, words, Page.Table(
                "Samples that are taken for another class",
                ["sample", "is", "taken for", word, $"{word} of the truth"],
                classes.Worst.Select(own => new[] { ReportNumbers.Count(own.Sample), Name(own.Truth), Name(own.Predicted), Score(own.Score), Score(own.TrueScore) }).ToArray(),
                words: 3));

        string Name(int index) => Page.Short(description.NameOf(index));

        string Score(double score) => isLogit ? ReportNumbers.Percent(score) : ReportNumbers.Loss(score);

        Markup Figure(Mistake own, int place) => Markup.Element(
            "figure",
            Markup.All(own.Picture.Map(tile => Thumbnail.Of(
                tile, $"mistake-{place + 1}", $"Test sample {ReportNumbers.Count(own.Sample)}: it is {Name(own.Truth)}, taken for {Name(own.Predicted)} with {word} {Score(own.Score)}")).ToSeq()),
            Markup.Element(
                "figcaption",
                Markup.Element("b", Name(own.Truth)),
                " taken for ",
                Markup.Element("b", Name(own.Predicted)),
                Markup.Element("span", $"{Score(own.Score)}, no.\u00A0{ReportNumbers.Count(own.Sample)}")));
    }

    private static Markup Of(TestResult.Values values)
    {
        var words = Page.Paragraph("The predictions that are farthest off, with the sample's number, counted from 0.");
        return values.Worst.Exists(own => own.Picture.IsSome)
            ? Page.Section(Title, words, Markup.Of("div", "pictures", Markup.Lines(values.Worst.Select(Figure))))
            : Page.Section(Title, words, Page.Table(
                "Samples whose values are predicted worst",
                ["sample", "value", "is", "predicted", "difference"],
                values.Worst.Select(own => new[]
                {
                    ReportNumbers.Count(own.Sample), ReportNumbers.Count(own.Output), ReportNumbers.Size(own.Truth), ReportNumbers.Size(own.Predicted), ReportNumbers.Size(own.Predicted - own.Truth),
                }).ToArray()));

        static Markup Figure(Deviation own, int place) => Markup.Element(
            "figure",
            Markup.All(own.Picture.Map(tile => Thumbnail.Of(
                tile, $"mistake-{place + 1}", $"Test sample {ReportNumbers.Count(own.Sample)}: value {ReportNumbers.Count(own.Output)} is {ReportNumbers.Size(own.Truth)}, predicted {ReportNumbers.Size(own.Predicted)}")).ToSeq()),
            Markup.Element(
                "figcaption",
                Markup.Element("b", ReportNumbers.Size(own.Truth)),
                " predicted as ",
                Markup.Element("b", ReportNumbers.Size(own.Predicted)),
                Markup.Element("span", $"no.\u00A0{ReportNumbers.Count(own.Sample)}")));
    }
}
