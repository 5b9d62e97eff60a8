namespace Functional.Networks;

using System;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Elementwise.Operations;
using Functional.Numerics.Sums;

/// <summary><see cref="LayerNormalisation{T}"/> or <see cref="RmsNormalisation{T}"/> in recycled memory.</summary>
internal sealed class FeatureNormalisationStage<T> : Stage<T>, IDisposable
    where T : struct, IFloatingPointIeee754<T>
{
    private readonly FeatureNormalisation<T> kernel;
    private readonly ParameterSlot scale;
    private readonly ParameterSlot? shift;
    private readonly Signal<T> normalised;
    private readonly T[] inverse;

    /// <summary>A normalisation whose parameters stand in the given slots.</summary>
    /// <param name="input">What it reads.</param>
    /// <param name="output">What it writes.</param>
    /// <param name="kernel">What it does with a sample.</param>
    /// <param name="scale">Where the scales stand.</param>
    /// <param name="shift">Where the shifts stand; nothing where there are none.</param>
    /// <param name="normalised">Room for as many samples.</param>
    /// <param name="samples">How many.</param>
    public FeatureNormalisationStage(
        Signal<T> input, Signal<T> output, FeatureNormalisation<T> kernel, ParameterSlot scale, ParameterSlot? shift, Signal<T> normalised, int samples)
        : base(input, output)
    {
        this.kernel = kernel;
        this.scale = scale;
        this.shift = shift;
        this.normalised = normalised;
        inverse = new T[samples];
    }

    /// <inheritdoc/>
    public override void Forward(Crew<T> crew, T[] parameters, int from, int to)
    {
        var (rows, stride, execution) = (Input.Rows, Input.Stride, crew.Execution);
        for (var column = from; column < to; column++)
        {
            inverse[column] = kernel.Normalise(Input.Values.AsSpan(column * stride, rows), normalised.Values.AsSpan(column * stride, rows), execution);
        }

        var values = normalised.Columns(normalised.Values, from, to);
        var scales = parameters.AsSpan(scale.Offset, rows);
        var target = Output.Columns(Output.Values, from, to);
        if (shift is null)
        {
            EveryColumn.Map(default(Multiply<T>), values, scales, target, stride, to - from, execution);
        }
        else
        {
            EveryColumn.Map(default(MultiplyAdd<T>), values, scales, parameters.AsSpan(shift.Offset, rows), target, stride, to - from, execution);
        }
    }

    /// <inheritdoc/>
    public override void Backward(Crew<T> crew, T[] parameters, int from, int to)
    {
        var (rows, stride) = (Input.Rows, Input.Stride);
        for (var column = from; column < to; column++)
        {
            kernel.PullBack(
                Output.Gradients.AsSpan(column * stride, rows),
                parameters.AsSpan(scale.Offset, rows),
                normalised.Values.AsSpan(column * stride, rows),
                inverse[column],
                Input.Gradients.AsSpan(column * stride, rows),
                crew.Execution);
        }
    }

    /// <inheritdoc/>
    public override void Sum(Crew<T> crew, T[] gradient, int samples)
    {
        var (first, end) = crew.Share(Output.Stride, ColumnSums.Piece);
        var width = crew.Execution.Width;
        ColumnSums.Run(default(MultiplyAdd<T>), Output.Gradients, normalised.Values, Output.Stride, first, end, samples, gradient.AsSpan(scale.Offset), width);
        crew.Summed(scale.Offset + first, scale.Offset + end);
        if (shift is not null)
        {
            ColumnSums.Run(Output.Gradients, Output.Stride, first, end, samples, gradient.AsSpan(shift.Offset), width);
            crew.Summed(shift.Offset + first, shift.Offset + end);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => normalised.Dispose();
}
