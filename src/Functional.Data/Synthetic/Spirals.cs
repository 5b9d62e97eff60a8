namespace Functional.Data;

using System;
using Functional.Numerics.Randomness;

/// <summary>Arms that wind around each other, a class each.</summary>
/// <remarks>
/// Sample i is of class c = i mod arms. With u uniform on [0, 1) it is u·(cos 2πt, sin 2πt) + noise·(n₁, n₂), where t = c/arms + turns·u and n is normal.
/// Two arms of one and a half turns or more are the task of K. J. Lang and M. J. Witbrock 1988; three short ones are drawn in courses.
/// </remarks>
public sealed record Spirals : SyntheticSet
{
    /// <summary>The most arms there can be.</summary>
    public const int MaximumArms = 100;

    private const double MaximumTurns = 10;

    /// <summary>The set of that size.</summary>
    /// <param name="count">The number of samples, from 1 to <see cref="SyntheticSet.MaximumCount"/>.</param>
    /// <param name="noise">The standard deviation of the noise on each coordinate, at least 0.</param>
    /// <param name="arms">The number of arms and classes, from 2 to <see cref="MaximumArms"/>.</param>
    /// <param name="turns">How many times an arm goes around, above 0 and at most 10.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public Spirals(int count = 450, double noise = 0.02, int arms = 3, double turns = 0.75)
        : base(count, noise)
    {
        Arms = arms is >= 2 and <= MaximumArms ? arms : throw new ArgumentOutOfRangeException(nameof(arms), arms, $"The number of arms must be from 2 to {MaximumArms}.");
        Turns = turns is > 0 and <= MaximumTurns ? turns : throw new ArgumentOutOfRangeException(nameof(turns), turns, $"The turns must be above 0 and at most {MaximumTurns}.");
    }

    /// <summary>The number of arms and classes.</summary>
    public int Arms { get; }

    /// <summary>How many times an arm goes around.</summary>
    public double Turns { get; }

    /// <inheritdoc/>
    public override string Name => "spirals";

    /// <inheritdoc/>
    public override DataSet Draw(RandomKey key)
    {
        var own = key.For("spirals");
        var place = own.For("place");
        return Plane(own, Arms, (sample, index) =>
        {
            var radius = place.Uniform(sample);
            var (x, y) = Circle.At(Math.FusedMultiplyAdd(Turns, radius, (double)index / Arms));
            return (radius * x, radius * y);
        });
    }
}
