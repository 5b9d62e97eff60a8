namespace Functional.Experiments;

using System.Linq;

/// <summary>How well values are predicted.</summary>
internal static class ValuesSection
{
    private const int MostRows = 100;

    /// <summary>The part; nothing where samples have classes, or there is nothing to tell of them.</summary>
    public static Markup Of(RunReport report) => report.Test.Match(
        Some: test => test is TestResult.Values values
            ? Page.Section("Errors on the test samples", Page.Table(
                values.Outputs.Count <= MostRows ? "Errors of each value" : $"Errors of the first {MostRows} of {ReportNumbers.Count(values.Outputs.Count)} values",
                ["value", "mean absolute error", "root mean squared error", "R²"],
                values.Outputs.Take(MostRows).Select((own, output) => new[]
                {
                    ReportNumbers.Count(output),
                    ReportNumbers.Size(own.MeanAbsolute),
                    ReportNumbers.Size(own.RootMeanSquare),
                    ReportNumbers.Size(own.Determination),
                }).ToArray()))
            : Markup.Nothing,
        None: () => Markup.Nothing);
}
