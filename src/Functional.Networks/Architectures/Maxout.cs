namespace Functional.Networks;

using System;
using Functional.Numerics.Randomness;

/// <summary>Gives the largest of several features for each output. Behind an affine part that makes as many times the outputs it is a maxout layer.</summary>
public sealed record Maxout : Architecture
{
    /// <summary>A maxout.</summary>
    /// <param name="pieces">How many features each output is the largest of, at least 1; the number of inputs must be a multiple of it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of pieces is less than 1.</exception>
    public Maxout(int pieces) => Pieces = RequirePieces(pieces);

    /// <summary>How many features each output is the largest of.</summary>
    public int Pieces { get; }

    /// <inheritdoc/>
    public override Layer<T> Initialise<T>(int inputs, RandomKey key) => new Maxout<T>(inputs, Pieces);

    /// <summary>Returns a number of pieces that must be at least 1.</summary>
    internal static int RequirePieces(int pieces) => pieces >= 1
        ? pieces
        : throw new ArgumentOutOfRangeException(nameof(pieces), pieces, "A maxout needs at least 1 piece.");
}
