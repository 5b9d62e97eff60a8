namespace Functional.Benchmarks.Products;

using System;
using System.Linq;
using Functional.Benchmarks.Serving;
using Functional.Numerics;
using Functional.Numerics.Lanes;
using Functional.Numerics.Products;
using Functional.Numerics.Teams;

/// <summary>A product by this library, again and again, as a training step does it: into memory that is there, on threads that wait at the ready.</summary>
internal sealed class FunctionalProduct<T> : IServed, IDisposable
    where T : struct, IFloatingPointIeee754<T>
{
    private const uint Spread = 2654435761;
    private const int UnusedBits = 8;
    private const double Range = 1 << 24;

    private readonly ProductTask<T> task;
    private readonly VectorWidth width;
    private readonly Team team;
    private readonly T[][] scratch;

    /// <summary>A product of matrices that are the same for all contenders.</summary>
    /// <param name="product">The product.</param>
    /// <param name="execution">How to compute.</param>
    public FunctionalProduct(Product product, Execution execution)
    {
        width = execution.Width;
        team = new(execution.Threads);
        scratch = [.. Enumerable.Range(0, execution.Threads).Select(_ => new T[ProductKernel.Scratch<T>()])];
        var lanes = Hardware.Lanes<T>(width);
        var weights = Filled(product.Outputs, product.Inputs, lanes);
        var inputs = Filled(product.Inputs, product.Samples, lanes);
        var slopes = Filled(product.Outputs, product.Samples, lanes);
        task = product.Kind switch
        {
            ProductKind.Forward => Task(weights, inputs, product.Outputs, product.Samples, product.Inputs, ChainShape.Single, lanes),
            ProductKind.WeightGradient => Task(slopes, inputs.Transposed, product.Outputs, product.Inputs, product.Samples, ChainShape.Grains, lanes),
            _ => Task(weights.Transposed, slopes, product.Inputs, product.Samples, product.Outputs, ChainShape.Single, lanes),
        };
    }

    /// <summary>The mean squares of all of the result, of its first column and of its last.</summary>
    public double[] Verify()
    {
        Multiply();
        return [MeanSquare(0, task.ToColumn), MeanSquare(0, 1), MeanSquare(task.ToColumn - 1, task.ToColumn)];
    }

    /// <inheritdoc/>
    public double Run(long steps)
    {
        for (var step = 0L; step < steps; step++)
        {
            Multiply();
        }

        return double.CreateChecked(task.Product[0]);
    }

    /// <inheritdoc/>
    public void Dispose() => team.Dispose();

    private void Multiply() => team.Run(rank =>
    {
        var blocks = (task.ToColumn + Tile.Columns - 1) / Tile.Columns;
        ProductKernel.Run(
            task with
            {
                FromColumn = blocks * rank / team.Size * Tile.Columns,
                ToColumn = Math.Min(blocks * (rank + 1) / team.Size * Tile.Columns, task.ToColumn),
            },
            width,
            scratch[rank]);
    });

    private static ProductTask<T> Task(Operand<T> left, Operand<T> right, int rows, int columns, int inner, ChainShape shape, int lanes) => new()
    {
        A = left,
        B = right,
        Product = new T[Padded(rows, lanes) * columns],
        Stride = Padded(rows, lanes),
        Inner = inner,
        Rows = rows,
        ToColumn = columns,
        Shape = shape,
        IsPadded = true,
    };

    /// <summary>Numbers between −0.5 and 0.5 with 24 bits, the same for all contenders; columns have room for whole vectors.</summary>
    private static Operand<T> Filled(int rows, int columns, int lanes)
    {
        var stride = Padded(rows, lanes);
        var numbers = new T[stride * columns];
        for (var i = 0; i < rows * columns; i++)
        {
            numbers[(i / rows * stride) + (i % rows)] = T.CreateChecked((unchecked((uint)i * Spread) >> UnusedBits) / Range - 0.5);
        }

        return Operand<T>.Columns(numbers, stride);
    }

    private static int Padded(int rows, int lanes) => (rows + lanes - 1) / lanes * lanes;

    private double MeanSquare(int from, int to)
    {
        var sum = 0.0;
        for (var column = from; column < to; column++)
        {
            foreach (var number in task.Product.AsSpan(column * task.Stride, task.Rows))
            {
                sum += double.CreateChecked(number) * double.CreateChecked(number);
            }
        }

        return sum / ((to - from) * (double)task.Rows);
    }
}
