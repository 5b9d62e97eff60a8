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
    private readonly int height;
    private readonly T[] waiting = [];

    /// <summary>An affine layer whose parameters stand in the given slots.</summary>
    /// <param name="input">What it reads.</param>
    /// <param name="output">What it writes.</param>
    /// <param name="weights">Where the weights stand.</param>
    /// <param name="bias">Where the bias stands.</param>
    /// <param name="samples">Over how many samples gradients are summed; more than a product takes need room for the sums on the way.</param>
    public AffineStage(Signal<T> input, Signal<T> output, ParameterSlot weights, ParameterSlot bias, int samples)
        : base(input, output)
    {
        this.weights = weights;
        this.bias = bias;
        if (samples > ProductKernel.MaximumSamples)
        {
            height = GrainTree<T>.Room((samples + ProductKernel.MaximumSamples - 1) / ProductKernel.MaximumSamples, 1);
            waiting = new T[checked(height * weights.Length)];
        }
    }

    /// <inheritdoc/>
    public override void Forward(Crew<T> crew, T[] parameters, int from, int to) => ProductKernel.Run(
        new ProductTask<T>
        {
            A = Operand<T>.Columns(parameters, weights.Stride, weights.Offset),
            Panels = crew.HasPanels ? weights.Panels : null,
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
        var product = new ProductTask<T>
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
        };
        if (samples <= ProductKernel.MaximumSamples)
        {
            ProductKernel.Run(product, crew.Execution.Width, crew.Scratch);
        }
        else
        {
            SumInPieces(product, crew);
        }

        var (first, end) = crew.Share(Output.Stride, ColumnSums.Piece);
        ColumnSums.Run(Output.Gradients, Output.Stride, first, end, samples, gradient.AsSpan(bias.Offset), crew.Execution.Width);
    }

    /// <summary>A product over more samples than the kernel takes at a time, as where batch normalisation needs a large batch whole.</summary>
    private void SumInPieces(in ProductTask<T> product, Crew<T> crew)
    {
        var (begin, length) = (product.FromColumn * weights.Stride, product.Columns * weights.Stride);
        var own = product.Product.AsSpan(weights.Offset + begin, length);
        var tree = new GrainTree<T>(waiting.AsSpan(height * begin, height * length), length, crew.Execution);
        for (var first = 0; first < product.Inner; first += ProductKernel.MaximumSamples)
        {
            var piece = product with
            {
                A = product.A with { Offset = product.A.Place(0, first) },
                B = product.B with { Offset = product.B.Place(first, 0) },
                Inner = Math.Min(ProductKernel.MaximumSamples, product.Inner - first),
            };
            ProductKernel.Run(piece, crew.Execution.Width, crew.Scratch);
            tree.Push(own);
        }

        tree.Finish(own);
    }
}
