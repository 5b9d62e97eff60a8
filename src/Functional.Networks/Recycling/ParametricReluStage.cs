namespace Functional.Networks;

using System;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Sums;

/// <summary><see cref="ParametricRelu{T}"/> in recycled memory.</summary>
internal sealed class ParametricReluStage<T> : Stage<T>
    where T : struct, IFloatingPointIeee754<T>
{
    private readonly ParameterSlot slopes;

    /// <summary>A parametric rectified linear unit whose slopes stand in the given slot.</summary>
    public ParametricReluStage(Signal<T> input, Signal<T> output, ParameterSlot slopes)
        : base(input, output) => this.slopes = slopes;

    /// <inheritdoc/>
    public override void Forward(Crew<T> crew, T[] parameters, int from, int to) => EveryColumn.Map(
        default(ParametricReluValue<T>),
        Input.Columns(Input.Values, from, to),
        parameters.AsSpan(slopes.Offset, slopes.Stride),
        Output.Columns(Output.Values, from, to),
        Input.Stride,
        to - from,
        crew.Execution);

    /// <inheritdoc/>
    public override void Backward(Crew<T> crew, T[] parameters, int from, int to) => EveryColumn.MapPairs(
        default(ParametricReluPull<T>),
        Input.Columns(Input.Values, from, to),
        Output.Columns(Output.Gradients, from, to),
        parameters.AsSpan(slopes.Offset, slopes.Stride),
        Input.Columns(Input.Gradients, from, to),
        Input.Stride,
        to - from,
        crew.Execution);

    /// <inheritdoc/>
    public override void Sum(Crew<T> crew, T[] gradient, int samples)
    {
        var (first, end) = crew.Share(Output.Stride, ColumnSums.Piece);
        ColumnSums.Run(
            default(ParametricReluTerm<T>), Output.Gradients, Input.Values, Output.Stride, first, end, samples, gradient.AsSpan(slopes.Offset), crew.Execution.Width);
        crew.Summed(slopes.Offset + first, slopes.Offset + end);
    }
}
