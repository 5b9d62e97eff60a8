namespace Functional.Networks;

using System;
using Functional.Numerics;

/// <summary>Targets with a weight for each sample: how much it counts in a loss. Metrics that count samples count each once.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed record WeightedTargets<T> : Targets<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>Puts targets and weights together.</summary>
    /// <param name="inner">The targets.</param>
    /// <param name="weights">A weight for each, finite and at least 0.</param>
    /// <exception cref="ArgumentException">The numbers of targets and weights differ, or a weight is negative or not finite.</exception>
    public WeightedTargets(Targets<T> inner, MathNet.Numerics.LinearAlgebra.Vector<T> weights)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.Count != inner.Count)
        {
            throw new ArgumentException($"There are {weights.Count} weights for {inner.Count} targets; there must be one for each.", nameof(weights));
        }

        var numbers = weights.Numbers;
        for (var sample = 0; sample < numbers.Length; sample++)
        {
            if (!(T.IsFinite(numbers[sample]) && numbers[sample] >= T.Zero))
            {
                throw new ArgumentOutOfRangeException(nameof(weights), numbers[sample], $"The weight of sample {sample} must be finite and at least 0.");
            }
        }

        Inner = inner;
        Weights = weights;
    }

    /// <summary>The targets without these weights.</summary>
    public Targets<T> Inner { get; }

    /// <summary>A weight for each sample, finite and at least 0.</summary>
    public MathNet.Numerics.LinearAlgebra.Vector<T> Weights { get; }

    /// <inheritdoc/>
    public override int Count => Inner.Count;

    /// <inheritdoc/>
    public override bool IsWeighted => true;

    /// <inheritdoc/>
    public override T WeightOf(int sample) => Weights[sample] * Inner.WeightOf(sample);

    /// <inheritdoc/>
    public override int ClassOf(int sample) => Inner.ClassOf(sample);

    internal override void CopyTo(int sample, Span<T> column) => Inner.CopyTo(sample, column);
}
