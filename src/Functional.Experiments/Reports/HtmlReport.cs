namespace Functional.Experiments;

/// <summary>A report as one HTML page that needs nothing else: no network, no script, no font.</summary>
/// <remarks>
/// The page is light or dark as the reader wishes, stands in one column on a phone, is read out by screen readers and is well-formed XML too. Whatever comes
/// from outside (names of classes, paths, texts) is escaped. The same report gives the same text; of clocks it tells what the run's folder tells.
/// </remarks>
public static class HtmlReport
{
    /// <summary>The page.</summary>
    /// <param name="report">What it tells.</param>
    public static string Of(RunReport report) => $"<!DOCTYPE html>\n{Page(Given.NotNull(report)).Text}\n";

    private static Markup Page(RunReport report) => Markup.With(
        "html",
        [("lang", "en")],
        Markup.Lines(
        [
            Markup.Element(
                "head",
                Markup.Lines(
                [
                    Markup.Bare("meta", ("charset", "utf-8")),
                    Markup.Bare("meta", ("http-equiv", "Content-Security-Policy"), ("content", "default-src 'none'; style-src 'unsafe-inline'; img-src data:")),
                    Markup.Bare("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1")),
                    Markup.Bare("meta", ("name", "color-scheme"), ("content", "light dark")),
                    Markup.Bare("link", ("rel", "icon"), ("href", "data:,")),
                    Markup.Element("title", ReportHeader.TitleOf(report)),
                    Markup.Element("style", Markup.Ready($"{Experiments.Page.Style}{Svg.Style}")),
                ])),
            Markup.Element(
                "body",
                Markup.Lines(
                [
                    ReportHeader.Of(report),
                    Markup.Element(
                        "main",
                        Markup.Lines(
                        [
                            CurvesSection.Of(report),
                            ClassesSection.Of(report),
                            ValuesSection.Of(report),
                            MistakesSection.Of(report),
                            LayersSection.Of(report),
                            FirstLayerSection.Of(report),
                            ExperimentSection.Of(report),
                            FingerprintsSection.Of(report),
                            EnvironmentSection.Of(report),
                        ])),
                ])),
        ]));
}
