namespace Functional.Networks;

using System;
using Functional.Numerics;
using MathNet.Numerics.LinearAlgebra;

/// <summary>A column of values for each sample: numbers to predict, one-hot classes or soft class probabilities.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="Values">The values, [outputs × samples].</param>
public sealed record ValueTargets<T>(Matrix<T> Values) : Targets<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>The values, [outputs × samples].</summary>
    public Matrix<T> Values { get; init => field = Given.NotNull(value); } = Given.NotNull(Values);

    /// <inheritdoc/>
    public override int Count => Values.ColumnCount;

    internal override void CopyTo(int sample, Span<T> column)
    {
        if (Values.RowCount != column.Length)
        {
            throw new ArgumentException($"The targets are {Values.RowCount} × {Values.ColumnCount}, but the outputs are {column.Length}.", nameof(column));
        }

        Values.ColumnNumbers(sample).CopyTo(column);
    }

    /// <inheritdoc/>
    public override int ClassOf(int sample) => Accuracy.ArgMax(Values.ColumnNumbers(sample));
}
