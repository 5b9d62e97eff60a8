namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Data;
using Functional.Numerics;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Small images side by side: samples, worst mistakes, the weights of a first layer.</summary>
public sealed record ImageGrid : Chart
{
    private const int MaximumColumns = 40;

    /// <summary>Small images side by side.</summary>
    /// <param name="title">What stands above them.</param>
    /// <param name="tiles">The images.</param>
    /// <param name="tone">How numbers become colours.</param>
    /// <param name="columns">How many stand side by side, from 1 to 40.</param>
    /// <param name="isCommonScale">Whether equal numbers have equal colours in all images; otherwise each one uses all shades for itself.</param>
    /// <param name="note">What stands below them.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of columns is out of range.</exception>
    public ImageGrid(string title, IEnumerable<Tile> tiles, Tone tone = Tone.Ink, int columns = 6, bool isCommonScale = true, string note = "")
        : base(Given.NotNull(title), Given.NotNull(note))
    {
        Columns = columns is >= 1 and <= MaximumColumns
            ? columns
            : throw new ArgumentOutOfRangeException(nameof(columns), columns, $"There can be from 1 to {MaximumColumns} images side by side.");
        (Tiles, Tone, IsCommonScale) = (tiles.ToArray().ToSeq().Strict(), tone, isCommonScale);
    }

    /// <summary>The images.</summary>
    public Seq<Tile> Tiles { get; }

    /// <summary>How numbers become colours.</summary>
    public Tone Tone { get; }

    /// <summary>How many stand side by side.</summary>
    public int Columns { get; }

    /// <summary>Whether equal numbers have equal colours in all images.</summary>
    public bool IsCommonScale { get; }

    /// <summary>Each unit's weights as an image of the inputs.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="title">What stands above them.</param>
    /// <param name="weights">[units × inputs], such as a first layer's weights.</param>
    /// <param name="shape">How the inputs are arranged: rows and columns.</param>
    /// <param name="columns">How many stand side by side.</param>
    /// <param name="note">What stands below them.</param>
    /// <exception cref="ArgumentException">The shape is no picture, or has not as many numbers as there are inputs.</exception>
    public static ImageGrid OfWeights<T>(string title, Matrix<T> weights, SampleShape shape, int columns = 6, string note = "")
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(shape);
        RequirePicture(shape);
        if (shape.Size != weights.ColumnCount)
        {
            throw new ArgumentException($"The weights are {weights.RowCount} × {weights.ColumnCount}, but an image of {shape} has {shape.Size} inputs.", nameof(shape));
        }

        var numbers = weights.Numbers.ToArray();
        var tiles = Enumerable.Range(0, weights.RowCount).Select(unit => new Tile(
            string.Empty,
            shape.Dimensions[0],
            shape.Dimensions[1],
            Enumerable.Range(0, shape.Size).Select(input => double.CreateChecked(numbers[(input * weights.RowCount) + unit]))));
        return new(title, tiles, Tone.Diverging, columns, note: note);
    }

    /// <summary>Samples as images.</summary>
    /// <param name="title">What stands above them.</param>
    /// <param name="set">The samples.</param>
    /// <param name="samples">Which, with what stands below each.</param>
    /// <param name="columns">How many stand side by side.</param>
    /// <param name="note">What stands below them.</param>
    /// <exception cref="ArgumentException">The samples are no pictures, or there is no such sample.</exception>
    public static ImageGrid OfSamples(string title, DataSet set, IEnumerable<(int Index, string Caption)> samples, int columns = 6, string note = "")
    {
        ArgumentNullException.ThrowIfNull(set);
        RequirePicture(set.Shape);
        var tiles = samples.Select(sample => new Tile(
            sample.Caption,
            set.Shape.Dimensions[0],
            set.Shape.Dimensions[1],
            Enumerable.Range(0, set.FeatureCount).Select(feature => set.Features.ValueAt(sample.Index, feature))));
        return new(title, tiles, Tone.Ink, columns, note: note);
    }

    private static void RequirePicture(SampleShape shape)
    {
        if (!shape.IsPicture)
        {
            throw new ArgumentException($"A sample of {shape} features is no picture of rows and columns.", nameof(shape));
        }
    }
}
