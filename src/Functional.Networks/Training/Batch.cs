namespace Functional.Networks;

using System;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Samples with their targets.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed record Batch<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>Puts samples and targets together.</summary>
    /// <param name="inputs">The samples, [features × samples].</param>
    /// <param name="targets">A target for each sample.</param>
    /// <exception cref="ArgumentException">The numbers of samples and targets differ.</exception>
    public Batch(Matrix<T> inputs, Targets<T> targets)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(targets);
        if (inputs.ColumnCount != targets.Count)
        {
            throw new ArgumentException($"There are {inputs.ColumnCount} samples ({inputs.RowCount} × {inputs.ColumnCount}) and {targets.Count} targets; there must be a target for each sample.", nameof(targets));
        }

        Inputs = inputs;
        Targets = targets;
    }

    /// <summary>The samples, [features × samples].</summary>
    public Matrix<T> Inputs { get; }

    /// <summary>The targets, one for each sample.</summary>
    public Targets<T> Targets { get; }

    /// <summary>The number of samples.</summary>
    public int Count => Inputs.ColumnCount;
}
