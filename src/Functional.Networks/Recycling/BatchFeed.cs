namespace Functional.Networks;

using System;
using Functional.Numerics;
using MathNet.Numerics.LinearAlgebra;

/// <summary>The samples of a batch that is there.</summary>
internal sealed class BatchFeed<T>(Batch<T> batch) : Feed<T>
    where T : struct, IFloatingPointIeee754<T>
{
    // A matrix that is not dense gives its numbers as a copy, so they are asked for once.
    private readonly Matrix<T> inputs = batch.Inputs.AsColumnMajorArray() is null
        ? Dense.Matrix(batch.Inputs.RowCount, batch.Inputs.ColumnCount, batch.Inputs.ToColumnMajorArray())
        : batch.Inputs;

    /// <inheritdoc/>
    public override int Count => batch.Count;

    /// <inheritdoc/>
    public override int Features => inputs.RowCount;

    /// <inheritdoc/>
    public override void CopyInputs(int sample, Span<T> column) => inputs.ColumnNumbers(sample).CopyTo(column);

    /// <inheritdoc/>
    public override void CopyTarget(int sample, Span<T> column) => batch.Targets.CopyTo(sample, column);

    /// <inheritdoc/>
    public override int ClassOf(int sample) => batch.Targets.ClassOf(sample);

    /// <inheritdoc/>
    public override bool IsWeighted => batch.Targets.IsWeighted;

    /// <inheritdoc/>
    public override T WeightOf(int sample) => batch.Targets.WeightOf(sample);

    /// <inheritdoc/>
    public override Batch<T> ToBatch() => batch;
}
