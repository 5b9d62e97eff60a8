namespace Functional.Data;

using Functional.Numerics.Randomness;

/// <summary>Two half circles that reach into each other.</summary>
/// <remarks>
/// Sample i is of class i mod 2. With u uniform on [0, 1), class 0 is (cos πu, sin πu) and class 1 is (1 − cos πu, ½ − sin πu), to which
/// noise·(n₁, n₂) is added, n normal. The curves are those of scikit-learn's make_moons, which takes evenly spaced u.
/// </remarks>
public sealed record Moons : SyntheticSet
{
    /// <summary>The set of that size.</summary>
    /// <param name="count">The number of samples, from 1 to <see cref="SyntheticSet.MaximumCount"/>.</param>
    /// <param name="noise">The standard deviation of the noise on each coordinate, at least 0.</param>
    /// <exception cref="System.ArgumentOutOfRangeException">A number is outside its range.</exception>
    public Moons(int count = 400, double noise = 0.15)
        : base(count, noise)
    {
    }

    /// <inheritdoc/>
    public override string Name => "moons";

    /// <inheritdoc/>
    public override DataSet Draw(RandomKey key)
    {
        var own = key.For("moons");
        var place = own.For("place");
        return Plane(own, 2, (sample, index) =>
        {
            var (x, y) = Circle.At(place.Uniform(sample) / 2);
            return index == 0 ? (x, y) : (1 - x, 0.5 - y);
        });
    }
}
