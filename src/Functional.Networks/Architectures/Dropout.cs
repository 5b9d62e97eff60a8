namespace Functional.Networks;

using System;
using Functional.Numerics.Randomness;

/// <summary>Drops features at random in training and passes them on in inference: inverted dropout.</summary>
public sealed record Dropout : Architecture
{
    /// <summary>A dropout.</summary>
    /// <param name="rate">p: the fraction dropped, at least 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is outside its range.</exception>
    public Dropout(double rate) => Rate = RequireRate(rate);

    /// <summary>p: the fraction dropped.</summary>
    public double Rate { get; }

    /// <inheritdoc/>
    public override Layer<T> Initialise<T>(int inputs, RandomKey key) => new Dropout<T>(Rate);

    /// <summary>Returns a rate that must be at least 0 and below 1.</summary>
    internal static double RequireRate(double rate) => rate is >= 0 and < 1
        ? rate
        : throw new ArgumentOutOfRangeException(nameof(rate), rate, "The rate, the fraction dropped, must be at least 0 and below 1.");
}
