namespace Functional.Data;

using Functional.Numerics.Randomness;

/// <summary>
/// Exclusive or: points uniform on the square from −1 to 1, of class 0 where both coordinates have the same sign and of class 1 where they differ.
/// No straight line parts the classes (M. Minsky, S. Papert 1969).
/// </summary>
/// <remarks>
/// Sample i is of class i mod 2. With a, b uniform on [0, 1) and a random sign s it is (s·a, ±s·b) + noise·(n₁, n₂), n normal.
/// </remarks>
public sealed record Xor : SyntheticSet
{
    /// <summary>The set of that size.</summary>
    /// <param name="count">The number of samples, from 1 to <see cref="SyntheticSet.MaximumCount"/>.</param>
    /// <param name="noise">The standard deviation of the noise on each coordinate, at least 0.</param>
    /// <exception cref="System.ArgumentOutOfRangeException">A number is outside its range.</exception>
    public Xor(int count = 400, double noise = 0.05)
        : base(count, noise)
    {
    }

    /// <inheritdoc/>
    public override string Name => "xor";

    /// <inheritdoc/>
    public override DataSet Draw(RandomKey key)
    {
        var own = key.For("xor");
        var (place, signs) = (own.For("place"), own.For("sign"));
        return Plane(own, 2, (sample, index) =>
        {
            var sign = signs.Bits32(sample) < 1U << 31 ? 1.0 : -1.0;
            return (sign * place.Uniform(2L * sample), (index == 0 ? sign : -sign) * place.Uniform((2L * sample) + 1));
        });
    }
}
