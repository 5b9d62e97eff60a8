namespace Functional.Networks;

using System;
using Functional.Numerics.Products;
using Functional.Numerics.Sums;

/// <summary><see cref="Affine{T}"/> in recycled memory.</summary>
internal sealed class AffineStage<T> : Stage<T>
    where T : struct, IFloatingPointIeee754<T>
{
    private readonly ParameterSlot weights;
    private readonly ParameterSlot bias;

    /// <summary>An affine layer whose parameters stand in the given slots.</summary>
    public AffineStage(Signal<T> input, Signal<T> output, ParameterSlot weights, ParameterSlot bias)
        : base(input, output)
    {
        this.weights = weights;
        this.bias = bias;
    }

    /// <inheritdoc/>
    public override void Forward(Crew<T> crew, T[] parameters, int from, int to) => ProductKernel.Run(
        new ProductTask<T>
        {
            A = Operand<T>.Columns(parameters, weights.Stride, weights.Offset),
            B = Input.AsOperand,
            Product = Output.Values,
            Stride = Output.Stride,
            Start = parameters,
            StartOffset = bias.Offset,
            Inner = weights.Columns,
            Rows = weights.Rows,
            FromColumn = from,
            ToColumn = to,
            IsPadded = true,
        },
        crew.Execution.Width,
        crew.Scratch);

    /// <inheritdoc/>
    public override void Backward(Crew<T> crew, T[] parameters, int from, int to) => ProductKernel.Run(
        new ProductTask<T>
        {
            A = Operand<T>.Columns(parameters, weights.Stride, weights.Offset).Transposed,
            B = Output.GradientsAsOperand,
            Product = Input.Gradients,
            Stride = Input.Stride,
            Inner = weights.Rows,
            Rows = weights.Columns,
            FromColumn = from,
            ToColumn = to,
            IsPadded = true,
        },
        crew.Execution.Width,
        crew.Scratch);

    /// <inheritdoc/>
    public override void Sum(Crew<T> crew, T[] gradient, int samples)
    {
        var (from, to) = crew.Share(weights.Columns, Tile.Columns);
        ProductKernel.Run(
            new ProductTask<T>
            {
                A = Output.GradientsAsOperand,
                B = Input.AsOperand.Transposed,
                Product = gradient,
                Offset = weights.Offset,
                Stride = weights.Stride,
                Inner = samples,
                Rows = weights.Rows,
                FromColumn = from,
                ToColumn = to,
                Shape = ChainShape.Grains,
                IsPadded = true,
            },
            crew.Execution.Width,
            crew.Scratch);
        var (first, end) = crew.Share(Output.Stride, ColumnSums.Piece);
        ColumnSums.Run(Output.Gradients, Output.Stride, first, end, samples, gradient.AsSpan(bias.Offset), crew.Execution.Width);
    }
}
