namespace Functional.Networks;

using Functional.Numerics.Randomness;

/// <summary>A part around which its input is carried unchanged: <c>y = x + f(x)</c>.</summary>
/// <param name="Inner">f, with as many outputs as inputs.</param>
public sealed record Residual(Architecture Inner) : Architecture
{
    /// <summary>f, with as many outputs as inputs.</summary>
    public Architecture Inner { get; init => field = Given.NotNull(value); } = Given.NotNull(Inner);

    /// <inheritdoc/>
    public override Layer<T> Initialise<T>(int inputs, RandomKey key) => new Residual<T>(Inner.Initialise<T>(inputs, key));
}
