namespace Functional.Numerics.Tests.Products;

using System;
using System.Numerics;
using Functional.Numerics.Lanes;
using Functional.Numerics.Products;
using Xunit;

/// <summary>Weights that stand in panels alone, and gradients that are to stand so: the bits are those of columns.</summary>
public sealed class PanelProductTests
{
    private const int Guard = 5;

    public static TheoryData<VectorWidth> Registers => [VectorWidth.Bits512, VectorWidth.Bits256, VectorWidth.Bits128, VectorWidth.Scalar];

    [Theory]
    [MemberData(nameof(Registers))]
    public void Products_with_panels_are_those_with_columns(VectorWidth width)
    {
        foreach (var (rows, columns) in new[] { (33, 3), (50, 784), (129, 40), (300, 401), (97, 1), (70, 2) })
        {
            foreach (var samples in new[] { 1, 2, 5, 30, 100 })
            {
                Check<float>(rows, columns, samples, width);
                Check<double>(rows, columns, samples, width);
            }
        }
    }

    /// <summary>Room for 384 terms a piece, and more rows than the left operand's block has.</summary>
    [Fact]
    public void Pieces_may_begin_within_a_panel()
    {
        Check<float>(801, 500, 25, VectorWidth.Widest);
        Check<double>(801, 500, 25, VectorWidth.Bits128);
    }

    [Fact]
    public void A_matrix_in_panels_and_back_is_the_same()
    {
        foreach (var (rows, columns, height) in new[] { (56, 5, 16), (7, 3, 2), (16, 4, 16), (5, 1, 8), (40, 7, 32) })
        {
            var numbers = Numbers.Between<float>(rows * columns, 1);
            var (panels, back) = (new float[numbers.Length], new float[numbers.Length]);
            Packing.Rearrange<float>(numbers, panels, rows, columns, height, isBack: false);
            for (var row = 0; row < rows; row++)
            {
                var first = row / height * height;
                for (var column = 0; column < columns; column++)
                {
                    Assert.Equal(numbers[(column * rows) + row], panels[(first * columns) + (column * Math.Min(height, rows - first)) + (row - first)]);
                }
            }

            Packing.Rearrange<float>(panels, back, rows, columns, height, isBack: true);
            Assert.Equal(numbers, back);
        }
    }

    private static void Check<T>(int rows, int columns, int samples, VectorWidth width)
        where T : struct, IFloatingPointIeee754<T>
    {
        var lanes = Hardware.Lanes<T>(width);
        var (stride, inputStride, height) = (Up(rows, lanes), Up(columns, lanes), Tile.Vectors * lanes);
        var (weights, inputs, differences) = (Padded<T>(rows, columns, stride, 1), Padded<T>(columns, samples, inputStride, 2), Padded<T>(rows, samples, stride, 3));
        var panels = new T[weights.Length];
        Packing.Rearrange<T>(weights.AsSpan(Guard, stride * columns), panels.AsSpan(Guard), stride, columns, height, isBack: false);
        var a = Operand<T>.Columns(weights, stride, Guard);
        T[] nothing = [.. weights];
        Array.Fill(nothing, T.NaN);
        var none = a with { Numbers = nothing };
        var forward = new ProductTask<T>
        {
            A = a,
            B = Operand<T>.Columns(inputs, inputStride, Guard),
            Product = Numbers.Between<T>((stride * samples) + (2 * Guard), 4),
            Stride = stride,
            Offset = Guard,
            Start = differences,
            StartOffset = Guard,
            Inner = columns,
            Rows = rows,
            ToColumn = samples,
            IsPadded = true,
        };
        Same(forward, forward with { A = none, Panels = panels, PanelsOffset = Guard, PanelRows = stride }, width, "forward");

        var back = new ProductTask<T>
        {
            A = a.Transposed,
            B = Operand<T>.Columns(differences, stride, Guard),
            Product = Numbers.Between<T>((inputStride * samples) + (2 * Guard), 4),
            Stride = inputStride,
            Offset = Guard,
            Inner = rows,
            Rows = columns,
            ToColumn = samples,
            IsPadded = true,
        };
        Same(back, back with { A = none.Transposed, Panels = panels, PanelsOffset = Guard, PanelRows = stride }, width, "back");

        var gradient = new ProductTask<T>
        {
            A = Operand<T>.Columns(differences, stride, Guard),
            B = Operand<T>.Columns(inputs, inputStride, Guard).Transposed,
            Product = Numbers.Between<T>((stride * columns) + (2 * Guard), 4),
            Stride = stride,
            Offset = Guard,
            Inner = samples,
            Rows = rows,
            ToColumn = columns,
            IsPadded = true,
            Shape = ChainShape.Grains,
        };
        var inColumns = Run(gradient, width);
        Packing.Rearrange<T>(inColumns.AsSpan(Guard, stride * columns), panels.AsSpan(Guard), stride, columns, height, isBack: false);
        inColumns.AsSpan(0, Guard).CopyTo(panels);
        inColumns.AsSpan(inColumns.Length - Guard).CopyTo(panels.AsSpan(panels.Length - Guard));
        Same(panels, Run(gradient with { ProductColumns = columns }, width), $"gradient {rows} × {columns} of {samples} samples at {width}");
        var half = columns / 2;
        var parted = gradient with { ProductColumns = columns, Product = [.. gradient.Product] };
        Assert.False(ProductKernel.IsNarrow(parted, width));
        var scratch = new T[ProductKernel.Scratch<T>()];
        ProductKernel.Run(parted with { ToColumn = half, PacksLeft = true }, width, scratch);
        ProductKernel.Run(parted with { FromColumn = half, PacksLeft = true, IsLeftAsBefore = half > 0 }, width, scratch);
        Same(panels, parted.Product, $"gradient {rows} × {columns} of {samples} samples at {width}, in two parts");
    }

    private static void Same<T>(ProductTask<T> columns, ProductTask<T> panels, VectorWidth width, string name)
        where T : struct, IFloatingPointIeee754<T> =>
        Same(Run(columns, width), Run(panels, width), $"{name} {columns.Rows} × {columns.Inner} of {columns.Columns} samples at {width}");

    private static void Same<T>(T[] expected, T[] actual, string name)
        where T : struct, IFloatingPointIeee754<T>
    {
        for (var place = 0; place < expected.Length; place++)
        {
            Assert.True(Numbers.AreSame(expected[place], actual[place]), $"{name}: {actual[place]:R} at {place}, not {expected[place]:R}.");
        }
    }

    private static T[] Run<T>(ProductTask<T> task, VectorWidth width)
        where T : struct, IFloatingPointIeee754<T>
    {
        var own = task with { Product = [.. task.Product] };
        var scratch = new T[ProductKernel.Scratch<T>()];
        Array.Fill(scratch, T.NaN);
        ProductKernel.Run(own, width, scratch);
        return own.Product;
    }

    private static T[] Padded<T>(int rows, int columns, int stride, uint seed)
        where T : struct, IFloatingPointIeee754<T>
    {
        var numbers = Numbers.Between<T>((stride * columns) + (2 * Guard), seed);
        for (var column = 0; column < columns; column++)
        {
            numbers.AsSpan(Guard + (column * stride) + rows, stride - rows).Clear();
        }

        return numbers;
    }

    private static int Up(int count, int multiple) => (count + multiple - 1) / multiple * multiple;
}
