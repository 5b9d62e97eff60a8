namespace Functional.Experiments;

/// <summary>What each of the first units looks for.</summary>
internal static class FirstLayerSection
{
    /// <summary>The part; nothing where inputs are no pictures, or there is no network.</summary>
    public static Markup Of(RunReport report) => report.Model.Bind(FirstLayerPictures.Of).Match(
        Some: first => Page.Section("First weights", Page.Charts(Page.Picture(
            new ImageGrid(
                "What each unit looks for",
                first.Tiles,
                Tone.Diverging,
                isCommonScale: false,
                note: $"{(first.Tiles.Count == first.Units ? $"All {ReportNumbers.Counted(first.Units, "unit")}" : $"The first {first.Tiles.Count} of {ReportNumbers.Count(first.Units)} units")}, each by its own largest weight. Blue weighs for, orange against; the stronger, the more."),
            "first-weights"))),
        None: () => Markup.Nothing);
}
