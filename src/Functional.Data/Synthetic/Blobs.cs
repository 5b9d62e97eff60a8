namespace Functional.Data;

using System;
using Functional.Numerics.Randomness;

/// <summary>Normal clouds around points of the unit circle, a class each.</summary>
/// <remarks>Sample i is of class c = i mod classes; it is (cos 2πc/classes, sin 2πc/classes) + noise·(n₁, n₂), n normal.</remarks>
public sealed record Blobs : SyntheticSet
{
    /// <summary>The most classes there can be.</summary>
    public const int MaximumClasses = 100;

    /// <summary>The set of that size.</summary>
    /// <param name="count">The number of samples, from 1 to <see cref="SyntheticSet.MaximumCount"/>.</param>
    /// <param name="noise">The standard deviation of a cloud, at least 0.</param>
    /// <param name="classes">The number of clouds and classes, from 2 to <see cref="MaximumClasses"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public Blobs(int count = 400, double noise = 0.3, int classes = 3)
        : base(count, noise) => Classes = classes is >= 2 and <= MaximumClasses
            ? classes
            : throw new ArgumentOutOfRangeException(nameof(classes), classes, $"The number of classes must be from 2 to {MaximumClasses}.");

    /// <summary>The number of clouds and classes.</summary>
    public int Classes { get; }

    /// <inheritdoc/>
    public override string Name => "blobs";

    /// <inheritdoc/>
    public override DataSet Draw(RandomKey key) => Plane(key.For("blobs"), Classes, (_, index) => Circle.At((double)index / Classes));
}
