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
    public T Value<T>(Parameters<T> parameters)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var sum = T.Zero;
        foreach (var entry in parameters.Entries)
        {
            sum = entry.Role == ParameterRole.Weights ? sum + SumOf(entry.Values.Numbers) : sum;
        }

        return T.CreateChecked(Factor) * sum;
    }

    /// <summary>A gradient with the price's gradient added, where the role is <see cref="ParameterRole.Weights"/>.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="gradient">The gradient to add to.</param>
    /// <param name="parameters">The network's parameters.</param>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    public Parameters<T> AddGradient<T>(Parameters<T> gradient, Parameters<T> parameters, Execution? execution = null)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(gradient);
        ArgumentNullException.ThrowIfNull(parameters);
        gradient.RequireSameShape(parameters);
        var place = 0;
        return gradient.Map((entry, values) =>
        {
            var own = parameters.Entries[place++];
            if (own.Role != ParameterRole.Weights)
            {
                return values;
            }

            var sum = values.Numbers.ToArray();
            AddGradient(sum, own.Values.Numbers, execution ?? Execution.Sequential);
            return Dense.Matrix(values.RowCount, values.ColumnCount, sum);
        });
    }

    /// <summary>What the sum over the weights is multiplied by.</summary>
    internal abstract double Factor { get; }

    /// <summary>The sum over one parameter's weights.</summary>
    internal abstract T SumOf<T>(ReadOnlySpan<T> weights)
        where T : struct, IFloatingPointIeee754<T>;

    /// <summary>Adds the price's gradient to the gradient by some weights.</summary>
    internal abstract void AddGradient<T>(Span<T> gradient, ReadOnlySpan<T> weights, Execution execution)
        where T : struct, IFloatingPointIeee754<T>;
}
