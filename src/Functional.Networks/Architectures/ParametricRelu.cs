namespace Functional.Networks;

using Functional.Numerics;
using Functional.Numerics.Randomness;

/// <summary>A rectified linear unit whose slope for negative x is learnt, one for each feature; the features are inferred.</summary>
public sealed record ParametricRelu : Architecture
{
    /// <summary>The slope that is used where none is named (K. He, X. Zhang, S. Ren, J. Sun 2015, section 2.1).</summary>
    public const double DefaultSlope = 0.25;

    /// <summary>A parametric rectified linear unit.</summary>
    /// <param name="slope">How the slopes begin; 0.25 when left out.</param>
    public ParametricRelu(Initialiser? slope = null) => Slope = slope ?? new Constant(DefaultSlope);

    /// <summary>How the slopes begin.</summary>
    public Initialiser Slope { get; }

    /// <inheritdoc/>
    public override Layer<T> Initialise<T>(int inputs, RandomKey key) =>
        new ParametricRelu<T>(Dense.Vector(Slope.Draw<T>(inputs, inputs, inputs, key.For("slope"))));
}
