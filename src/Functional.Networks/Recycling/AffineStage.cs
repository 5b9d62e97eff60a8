namespace Functional.Networks;

using System;
using System.Runtime.CompilerServices;
using Functional.Numerics.Products;
using Functional.Numerics.Sums;

/// <summary><see cref="Affine{T}"/> in recycled memory.</summary>
internal sealed class AffineStage<T> : Stage<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>Bytes of a gradient that are summed before they are settled: they stay in the second-level cache.</summary>
    private const int SettledBytes = 64 << 10;

    /// <summary>The pieces of a gradient for each thread, at least: so none waits long for the others.</summary>
    private const int PiecesPerThread = 4;

    private readonly int place;
    private readonly ParameterSlot weights;
    private readonly ParameterSlot bias;
    private readonly int height;
    private readonly T[] waiting = [];

    /// <summary>An affine layer whose parameters stand in the given slots.</summary>
    /// <param name="input">What it reads.</param>
    /// <param name="output">What it writes.</param>
    /// <param name="weights">Where the weights stand.</param>
    /// <param name="bias">Where the bias stands.</param>
    /// <param name="place">Which of the network's affine layers it is, from 0.</param>
    /// <param name="samples">Over how many samples gradients are summed; more than a product takes need room for the sums on the way.</param>
    public AffineStage(Signal<T> input, Signal<T> output, ParameterSlot weights, ParameterSlot bias, int place, int samples)
        : base(input, output)
    {
        this.weights = weights;
        this.bias = bias;
        this.place = place;
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
            Panels = weights.Panels is null ? null : crew.IsInPanels ? parameters : crew.Panels,
            PanelsOffset = crew.IsInPanels ? weights.Offset : weights.Panels ?? 0,
            PanelRows = PanelRows(crew),
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
            Panels = PanelRows(crew) > 0 ? parameters : null,
            PanelsOffset = weights.Offset,
            PanelRows = PanelRows(crew),
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
        if (crew.Settle is null || samples > ProductKernel.MaximumSamples || (long)samples * weights.Stride * Unsafe.SizeOf<T>() > ProductKernel.LeftBytes)
        {
            var (from, to) = crew.Share(weights.Columns, Tile.Columns);
            SumColumns(crew, gradient, samples, from, to, packs: false, isPacked: false);
            Summed(crew, from, to);
        }
        else
        {
            // A few columns are settled while they are still in cache, and the left operand stays packed meanwhile.
            var most = Math.Max(1, SettledBytes / (weights.Stride * Unsafe.SizeOf<T>() * Tile.Columns)) * Tile.Columns;
            var columns = Math.Min(most, ((weights.Columns / (PiecesPerThread * crew.Size * Tile.Columns)) + 1) * Tile.Columns);
            var pieces = (weights.Columns + columns - 1) / columns;
            var isPacked = false;
            for (var piece = crew.Take(place, pieces); piece >= 0; piece = crew.Take(place, pieces))
            {
                var (from, to) = (piece * columns, Math.Min((piece + 1) * columns, weights.Columns));
                SumColumns(crew, gradient, samples, from, to, packs: true, isPacked);
                Summed(crew, from, to);

                // The last piece may be so narrow that nothing is packed for it.
                isPacked |= to - from == columns;
            }
        }

        var (first, last) = crew.Share(Output.Stride, ColumnSums.Piece);
        ColumnSums.Run(Output.Gradients, Output.Stride, first, last, samples, gradient.AsSpan(bias.Offset), crew.Execution.Width);
        crew.Summed(bias.Offset + first, bias.Offset + last);
    }

    /// <summary>The rows that the weights' panels have together, with the room behind them; 0 where they stand in columns.</summary>
    private int PanelRows(Crew<T> crew) => crew.IsInPanels && weights.Panels is not null ? weights.Stride : 0;

    private void Summed(Crew<T> crew, int from, int to)
    {
        if (PanelRows(crew) == 0)
        {
            crew.Summed(weights.Offset + (from * weights.Stride), weights.Offset + (to * weights.Stride));
            return;
        }

        var panel = Tile.Vectors * crew.Execution.Lanes<T>();
        for (var row = 0; row < weights.Stride; row += panel)
        {
            crew.Summed(weights.InPanel(from, row, panel).From, weights.InPanel(to, row, panel).From);
        }
    }

    private void SumColumns(Crew<T> crew, T[] gradient, int samples, int from, int to, bool packs, bool isPacked)
    {
        var product = new ProductTask<T>
        {
            A = Output.GradientsAsOperand,
            B = Input.AsOperand.Transposed,
            Product = gradient,
            Offset = weights.Offset,
            Stride = weights.Stride,
            ProductColumns = PanelRows(crew) > 0 ? weights.Columns : 0,
            Inner = samples,
            Rows = weights.Rows,
            FromColumn = from,
            ToColumn = to,
            Shape = ChainShape.Grains,
            IsPadded = true,
            PacksLeft = packs,
            IsLeftAsBefore = isPacked,
        };
        if (samples <= ProductKernel.MaximumSamples)
        {
            ProductKernel.Run(product, crew.Execution.Width, crew.Scratch);
        }
        else
        {
            SumInPieces(product, crew);
        }
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
