namespace Functional.Networks;

using System;
using Functional.Numerics;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Elementwise.Operations;

/// <summary><see cref="BatchNormalisation{T}"/> in inference in recycled memory.</summary>
internal sealed class BatchNormalisationInferenceStage<T> : Stage<T>
    where T : struct, IFloatingPointIeee754<T>
{
    private readonly ParameterSlot scale;
    private readonly ParameterSlot shift;
    private readonly T[] mean;
    private readonly T[] inverse;

    /// <summary>A batch normalisation whose parameters stand in the given slots.</summary>
    public BatchNormalisationInferenceStage(Signal<T> input, Signal<T> output, BatchNormalisation<T> layer, ParameterSlot scale, ParameterSlot shift)
        : base(input, output)
    {
        this.scale = scale;
        this.shift = shift;
        mean = layer.Mean.Numbers.ToArray();
        inverse = new T[layer.Variance.Count];
        Elements.Map(new InverseRoot<T>(T.CreateChecked(layer.Epsilon)), layer.Variance.Numbers, inverse);
    }

    /// <inheritdoc/>
    public override void Forward(Crew<T> crew, T[] parameters, int from, int to)
    {
        var values = Output.Columns(Output.Values, from, to);
        var (count, rows, stride, execution) = (to - from, Input.Rows, Input.Stride, crew.Execution);
        EveryColumn.Map(default(Subtract<T>), Input.Columns(Input.Values, from, to), mean, values, stride, count, execution);
        EveryColumn.Map(default(Multiply<T>), values, inverse, values, stride, count, execution);
        EveryColumn.Map(
            default(MultiplyAdd<T>), values, parameters.AsSpan(scale.Offset, rows), parameters.AsSpan(shift.Offset, rows), values, stride, count, execution);
    }

    /// <inheritdoc/>
    public override void Backward(Crew<T> crew, T[] parameters, int from, int to) =>
        throw new NotSupportedException("There is no way back from an inference in recycled memory.");
}
