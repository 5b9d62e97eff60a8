namespace Functional.Networks;

using System;
using System.Linq;
using Functional.Numerics;
using Functional.Numerics.Randomness;

/// <summary>Normalises every feature over the samples of a batch, then scales and shifts it; the features are inferred. It begins with running means of 0 and variances of 1.</summary>
public sealed record BatchNormalisation : Architecture
{
    /// <summary>The momentum that is used where none is named.</summary>
    public const double DefaultMomentum = 0.1;

    /// <summary>The ε that is used where none is named.</summary>
    public const double DefaultEpsilon = 1e-5;

    /// <summary>A batch normalisation.</summary>
    /// <param name="momentum">m: how much of a batch's statistics goes into the running ones, from 0 to 1.</param>
    /// <param name="epsilon">ε, finite and above 0.</param>
    /// <param name="scale">How the scales begin; ones when left out.</param>
    /// <param name="shift">How the shifts begin; zeros when left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public BatchNormalisation(double momentum = DefaultMomentum, double epsilon = DefaultEpsilon, Initialiser? scale = null, Initialiser? shift = null)
    {
        Momentum = RequireMomentum(momentum);
        Epsilon = NormalisationRange.RequireEpsilon(epsilon);
        Scale = scale ?? new Constant(1);
        Shift = shift ?? new Zeros();
    }

    /// <summary>m: how much of a batch's statistics goes into the running ones.</summary>
    public double Momentum { get; }

    /// <summary>ε: keeps the division finite.</summary>
    public double Epsilon { get; }

    /// <summary>How the scales begin.</summary>
    public Initialiser Scale { get; }

    /// <summary>How the shifts begin.</summary>
    public Initialiser Shift { get; }

    /// <inheritdoc/>
    public override Layer<T> Initialise<T>(int inputs, RandomKey key) => new BatchNormalisation<T>(
        Dense.Vector(Scale.Draw<T>(inputs, inputs, inputs, key.For("scale"))),
        Dense.Vector(Shift.Draw<T>(inputs, inputs, inputs, key.For("shift"))),
        Dense.Vector(new T[inputs]),
        Dense.Vector(Enumerable.Repeat(T.One, inputs).ToArray()),
        Momentum,
        Epsilon);

    /// <summary>Returns a momentum that must be from 0 to 1.</summary>
    internal static double RequireMomentum(double momentum) => momentum is >= 0 and <= 1
        ? momentum
        : throw new ArgumentOutOfRangeException(nameof(momentum), momentum, "The momentum, the share of a batch's statistics in the running ones, must be from 0 to 1.");
}
