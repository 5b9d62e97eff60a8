namespace Functional.Networks;

using System;
using Functional.Numerics;
using Functional.Numerics.Randomness;

/// <summary>Divides every sample by the root of its features' mean square, then scales each feature; the features are inferred.</summary>
public sealed record RmsNormalisation : Architecture
{
    /// <summary>The ε that is used where none is named.</summary>
    public const double DefaultEpsilon = 1e-5;

    /// <summary>An RMS normalisation.</summary>
    /// <param name="epsilon">ε, finite and above 0.</param>
    /// <param name="scale">How the scales begin; ones when left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">ε is outside its range.</exception>
    public RmsNormalisation(double epsilon = DefaultEpsilon, Initialiser? scale = null)
    {
        Epsilon = NormalisationRange.RequireEpsilon(epsilon);
        Scale = scale ?? new Constant(1);
    }

    /// <summary>ε: keeps the division finite.</summary>
    public double Epsilon { get; }

    /// <summary>How the scales begin.</summary>
    public Initialiser Scale { get; }

    /// <inheritdoc/>
    public override Layer<T> Initialise<T>(int inputs, RandomKey key) => new RmsNormalisation<T>(
        Dense.Vector(Scale.Draw<T>(inputs, inputs, inputs, key.For("scale"))), Epsilon);
}
