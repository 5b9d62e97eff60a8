namespace Functional.Networks;

using System;
using Functional.Numerics;
using MathNet.Numerics.LinearAlgebra;

/// <summary>What a network's outputs are compared with: a class for each sample, or a column of values for each sample.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
public abstract record Targets<T>
    where T : struct, IFloatingPointIeee754<T>
{
    private protected Targets()
    {
    }

    /// <summary>The number of samples.</summary>
    public abstract int Count { get; }

    /// <summary>Whether samples may weigh more or less than 1.</summary>
    public virtual bool IsWeighted => false;

    /// <summary>How much one sample counts in a loss; 1 unless it has a weight.</summary>
    /// <param name="sample">Which sample, from 0 to <see cref="Count"/> − 1.</param>
    public virtual T WeightOf(int sample) => T.One;

    /// <summary>The same targets with a weight for each sample, which multiplies the one that it may have.</summary>
    /// <param name="weights">The weights, finite and at least 0.</param>
    /// <exception cref="ArgumentException">The numbers of targets and weights differ, or a weight is negative or not finite.</exception>
    public WeightedTargets<T> Weighted(MathNet.Numerics.LinearAlgebra.Vector<T> weights) => new(this, weights);

    /// <summary>Writes one sample's target as a column: its values, or 1 at its class and 0 elsewhere.</summary>
    /// <param name="sample">Which sample, from 0 to <see cref="Count"/> − 1.</param>
    /// <param name="column">Takes the target, one entry for each of the network's outputs.</param>
    /// <exception cref="ArgumentException">The target does not fit that number of outputs.</exception>
    internal abstract void CopyTo(int sample, Span<T> column);

    /// <summary>All targets as columns.</summary>
    /// <param name="outputs">The number of the network's outputs.</param>
    /// <returns>[outputs × samples].</returns>
    /// <exception cref="ArgumentException">A target does not fit that number of outputs.</exception>
    public Matrix<T> ToColumns(int outputs)
    {
        var columns = new T[Given.Product(outputs, Count, nameof(outputs))];
        for (var sample = 0; sample < Count; sample++)
        {
            CopyTo(sample, columns.AsSpan(sample * outputs, outputs));
        }

        return Dense.Matrix(outputs, Count, columns);
    }

    /// <summary>The class of one sample: the one given, or the index of the largest value (the first of equals).</summary>
    /// <param name="sample">Which sample, from 0 to <see cref="Count"/> − 1.</param>
    public abstract int ClassOf(int sample);
}
