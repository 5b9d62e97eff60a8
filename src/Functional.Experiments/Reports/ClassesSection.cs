namespace Functional.Experiments;

using System.Linq;
using Functional.Networks;

/// <summary>Which classes are taken for which, and how each class fares.</summary>
internal static class ClassesSection
{
    /// <summary>More classes have no table that could be read on a page.</summary>
    private const int MostDrawn = 30;
    private const int MostPairs = 30;
    private const int MostRows = 100;

    /// <summary>The part; nothing where samples have no classes, or there is nothing to tell of them.</summary>
    public static Markup Of(RunReport report) => report.Test.Match(
        Some: test => test is TestResult.Classes classes ? Of(classes.Verdict.Matrix, report.Model.Map(own => own.Description)) : Markup.Nothing,
        None: () => Markup.Nothing);

    private static Markup Of(ConfusionMatrix matrix, LanguageExt.Option<ModelDescription> description)
    {
        string[] names = [.. Enumerable.Range(0, matrix.ClassCount).Select(index => Page.Short(description.Map(own => own.NameOf(index)).IfNone($"{index}")))];
        return Page.Section("Classes of the test samples", Page.Charts(Confusions(matrix, names), Scores(matrix, names)));
    }

    private static Markup Confusions(ConfusionMatrix matrix, string[] names) => matrix.ClassCount <= MostDrawn
        ? Page.Picture(new CountTable("Which classes are taken for which", matrix, names), "confusion")
        : Page.Table(
            "The most frequent mistakes",
            ["is", "taken for", "times"],
            matrix.Mistakes.Take(MostPairs).Select(pair => new[] { names[pair.Truth], names[pair.Predicted], ReportNumbers.Count(pair.Count) }).ToArray(),
            words: 2);

    private static Markup Scores(ConfusionMatrix matrix, string[] names)
    {
        var classes = matrix.Classes.ToArray();
        var isWhole = classes.Length <= MostRows;
        var shown = isWhole ? [.. Enumerable.Range(0, classes.Length)] : Enumerable.Range(0, classes.Length).OrderBy(index => classes[index].F1).Take(MostRows).ToArray();
        return Page.Table(
            isWhole ? "Scores of each class" : $"Scores of the {MostRows} of {ReportNumbers.Count(classes.Length)} classes with the smallest F1",
            ["class", "precision", "recall", "F1", "samples"],
            shown.Select(index => new[]
            {
                names[index],
                ReportNumbers.Percent(classes[index].Precision),
                ReportNumbers.Percent(classes[index].Recall),
                ReportNumbers.Percent(classes[index].F1),
                ReportNumbers.Count(classes[index].Support),
            }).ToArray(),
            1,
            Mean("mean", Averaging.Macro),
            Mean("weighted mean", Averaging.Weighted));

        string[] Mean(string name, Averaging averaging) =>
        [
            name,
            ReportNumbers.Percent(matrix.Classes.Precision(averaging)),
            ReportNumbers.Percent(matrix.Classes.Recall(averaging)),
            ReportNumbers.Percent(matrix.Classes.F1(averaging)),
            ReportNumbers.Count(matrix.Samples),
        ];
    }
}
