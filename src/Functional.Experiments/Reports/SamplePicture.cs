namespace Functional.Experiments;

using System;
using System.Linq;
using Functional.Data;
using LanguageExt;

/// <summary>Samples as pictures, as many and as large as a page can hold.</summary>
internal static class SamplePicture
{
    /// <summary>A larger picture is none for a page.</summary>
    private const int MostPixels = 128 * 128;

    /// <summary>How many pixels all pictures of a kind have together; a noisy one takes some seven letters for each.</summary>
    private const int MostPixelsTogether = 32_768;

    /// <summary>Whether samples of a shape are shown as pictures.</summary>
    /// <param name="shape">The shape.</param>
    public static bool IsShown(SampleShape shape) => shape.IsPicture && shape.Size <= MostPixels;

    /// <summary>How many samples of a shape are shown.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="wanted">How many there could be.</param>
    public static int AtMost(SampleShape shape, int wanted) => IsShown(shape) ? Math.Clamp(MostPixelsTogether / shape.Size, 1, wanted) : wanted;

    /// <summary>A sample as a picture of its stored features.</summary>
    /// <param name="set">The samples.</param>
    /// <param name="sample">Which.</param>
    public static Option<Tile> Of(DataSet set, int sample) => IsShown(set.Shape)
        ? new Tile(string.Empty, set.Shape.Dimensions[0], set.Shape.Dimensions[1], Enumerable.Range(0, set.FeatureCount).Select(feature => set.Features.ValueAt(sample, feature)))
        : Option<Tile>.None;
}
