namespace Functional.Networks;

using System;
using Functional.Numerics;
using Functional.Numerics.Randomness;

/// <summary>Normalises every sample over its features, then scales and shifts each; the features are inferred.</summary>
public sealed record LayerNormalisation : Architecture
{
    /// <summary>The ε that is used where none is named.</summary>
    public const double DefaultEpsilon = 1e-5;

    /// <summary>A layer normalisation.</summary>
    /// <param name="epsilon">ε, finite and above 0.</param>
    /// <param name="scale">How the scales begin; ones when left out.</param>
    /// <param name="shift">How the shifts begin; zeros when left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">ε is outside its range.</exception>
    public LayerNormalisation(double epsilon = DefaultEpsilon, Initialiser? scale = null, Initialiser? shift = null)
    {
        Epsilon = NormalisationRange.RequireEpsilon(epsilon);
        Scale = scale ?? new Constant(1);
        Shift = shift ?? new Zeros();
    }

    /// <summary>ε: keeps the division finite.</summary>
    public double Epsilon { get; }

    /// <summary>How the scales begin.</summary>
    public Initialiser Scale { get; }

    /// <summary>How the shifts begin.</summary>
    public Initialiser Shift { get; }

    /// <inheritdoc/>
    public override Layer<T> Initialise<T>(int inputs, RandomKey key) => new LayerNormalisation<T>(
        Dense.Vector(Scale.Draw<T>(inputs, inputs, inputs, key.For("scale"))), Dense.Vector(Shift.Draw<T>(inputs, inputs, inputs, key.For("shift"))), Epsilon);
}
