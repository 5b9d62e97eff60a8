namespace Functional.Experiments;

/// <summary>Which colour each mark of a plot has.</summary>
internal static class Hues
{
    /// <summary>A hue for each mark: its own, or the next in turn.</summary>
    public static int[] Of(Plot plot)
    {
        var next = 0;
        return [.. plot.Marks.Select(mark => mark is Mark.Rule or Mark.Regions ? 0 : mark.Hue ?? next++ % Mark.HueCount)];
    }
}
