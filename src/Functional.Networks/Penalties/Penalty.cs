namespace Functional.Networks;

using System;
using Functional.Numerics;

/// <summary>A price on large weights that is added to the loss. Biases are left out.</summary>
public abstract record Penalty
{
    private protected Penalty(double strength) => Strength = double.IsFinite(strength) && strength >= 0
        ? strength
        : throw new ArgumentOutOfRangeException(nameof(strength), strength, "The strength of a penalty must be finite and not negative.");

    /// <summary>λ, what the price is multiplied by.</summary>
    public double Strength { get; }

    /// <summary>The price of the weights.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="parameters">A network's parameters.</param>
    public abstract T Value<T>(Parameters<T> parameters)
        where T : struct, IFloatingPointIeee754<T>;

    /// <summary>A gradient with the price's gradient added, where the role is <see cref="ParameterRole.Weights"/>.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="gradient">The gradient to add to.</param>
    /// <param name="parameters">The network's parameters.</param>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    public abstract Parameters<T> AddGradient<T>(Parameters<T> gradient, Parameters<T> parameters, Execution? execution = null)
        where T : struct, IFloatingPointIeee754<T>;
}
