namespace Functional.Numerics.Tests.Products;

using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Functional.Numerics.Lanes;
using Functional.Numerics.Products;
using Functional.Numerics.Tests.Sums;
using Xunit;

/// <summary>
/// The kernel against the sum as it is written, bit for bit, around the edges of its tiles, panels, pieces, blocks and groups. Beside the product
/// stand numbers that must stay, and what the kernel has not written itself it must not read.
/// </summary>
public sealed class ProductKernelTests
{
    private const int Guard = 9;

    /// <summary>The registers that processors have; emulated ones take long.</summary>
    public static TheoryData<VectorWidth> Registers => Hardware.Widest == VectorWidth.Bits512
        ? [VectorWidth.Scalar, VectorWidth.Bits128, VectorWidth.Bits256, VectorWidth.Bits512]
        : [VectorWidth.Scalar, VectorWidth.Bits128, VectorWidth.Bits256];

    [Theory]
    [MemberData(nameof(Registers))]
    public void Tiles_of_every_size_are_chains_in_single(VectorWidth width) => Tiles<float>(width);

    [Theory]
    [MemberData(nameof(Registers))]
    public void Tiles_of_every_size_are_chains_in_double(VectorWidth width) => Tiles<double>(width);

    [Theory]
    [MemberData(nameof(Registers))]
    public void One_or_two_columns_are_chains_for_every_number_of_vectors(VectorWidth width)
    {
        var lanes = Hardware.Lanes<float>(width);
        foreach (var columns in new[] { 1, 2 })
        {
            foreach (var vectors in Enumerable.Range(1, 16).Append(28).Append(29))
            {
                foreach (var rows in new[] { vectors * lanes, (vectors * lanes) + (lanes / 2) })
                {
                    Check<float>(new(rows, columns, 3) { HasStart = (vectors & 1) == 0, IsPadded = (vectors & 2) == 0 }, width);
                }
            }
        }

        Check<float>(new(5 * lanes, 2, 64) { Shape = ChainShape.Grains }, width);
        Check<float>(new(5 * lanes, 1, 65) { Shape = ChainShape.Grains }, width);
        Check<float>(new(9 * lanes, 2, 130) { Shape = ChainShape.Grains, IsPadded = true }, width);
    }

    [Theory]
    [MemberData(nameof(Registers))]
    public void One_or_two_columns_by_exchanged_rows_are_chains(VectorWidth width)
    {
        foreach (var columns in new[] { 1, 2 })
        {
            foreach (var rows in Enumerable.Range(1, 18).Append(50))
            {
                foreach (var inner in new[] { 1, 2, 3, 4, 5, 6, 7, 8, 63, 64 })
                {
                    Check<float>(new(rows, columns, inner) { IsLeftTransposed = true, LeftFours = 4 }, width);
                    Check<float>(new(rows, columns, inner) { IsLeftTransposed = true, LeftFours = 8, IsPadded = true }, width);
                    Check<double>(new(rows, columns, inner) { IsLeftTransposed = true, LeftFours = 4, IsPadded = true, IsRightTransposed = true }, width);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Registers))]
    public void Sums_over_one_or_two_samples_are_chains(VectorWidth width)
    {
        foreach (var samples in new[] { 1, 2, 3 })
        {
            foreach (var rows in Enumerable.Range(1, 18).Append(50))
            {
                foreach (var columns in new[] { 1, 2, 5, 784 })
                {
                    Check<float>(new(rows, columns, samples) { Shape = ChainShape.Grains, IsRightTransposed = true }, width);
                    Check<double>(new(rows, columns, samples) { Shape = ChainShape.Grains, IsRightTransposed = true, IsPadded = true }, width);
                    Check<float>(new(rows, columns, samples) { IsPadded = true, HasStart = true }, width);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Registers))]
    public void Sums_over_samples_are_chains_over_grains_joined_by_the_tree(VectorWidth width)
    {
        var lanes = Hardware.Lanes<float>(width);
        foreach (var inner in new[] { 1, 63, 64, 65, 128, 129, 192, 449, 1024 })
        {
            foreach (var (rows, columns) in inner < 200 ? new[] { (1, 1), (lanes, 7), ((2 * lanes) + 1, 6), ((3 * lanes) + 1, 8) } : [(lanes, 3), (lanes + 1, 2)])
            {
                Check<float>(new(rows, columns, inner) { Shape = ChainShape.Grains, IsRightTransposed = true }, width);
                Check<float>(new(rows, columns, inner) { Shape = ChainShape.Grains, IsRightTransposed = true, IsPadded = true }, width);
                Check<float>(new(rows, columns, inner) { Shape = ChainShape.Grains, IsLeftTransposed = true }, width);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Registers))]
    public void Panels_that_are_copied_together_hold_their_own_rows(VectorWidth width)
    {
        var height = Tile.Vectors * Hardware.Lanes<float>(width);
        foreach (var rows in new[] { (4 * height) - 1, 4 * height, (4 * height) + 1, 9 * height })
        {
            Check<float>(new(rows, 25, 5), width);
            Check<float>(new(rows, 25, 5) { IsPadded = true }, width);
            Check<double>(new(rows, 24, 5) { IsPadded = true, HasStart = true }, width);
        }
    }

    [Theory]
    [MemberData(nameof(Registers))]
    public void Chains_go_on_from_piece_to_piece(VectorWidth width)
    {
        // Half of a first-level cache holds so many terms of a panel.
        var lanes = Hardware.Lanes<float>(width);
        var piece = (1 << 14) / (2 * lanes * sizeof(float));
        foreach (var inner in new[] { piece, piece + 1, (2 * piece) + 3 })
        {
            foreach (var hasStart in new[] { false, true })
            {
                Check<float>(new(lanes + 1, 2, inner) { IsLeftTransposed = true, HasStart = hasStart }, width);
                Check<float>(new((2 * lanes) + 1, 7, inner) { HasStart = hasStart }, width);
                Check<float>(new(3 * lanes, 24, inner) { IsPadded = true, HasStart = hasStart }, width);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Registers))]
    public void Blocks_of_rows_are_independent(VectorWidth width)
    {
        // A packed block of the left operand: so many rows of one piece.
        var height = 2 * Hardware.Lanes<float>(width);
        var piece = (1 << 14) / (height * sizeof(float));
        Check<float>(new((16 * height) + 3, 3, piece) { IsLeftTransposed = true }, width);
        Check<float>(new((21 * height) + 3, 3, piece) { HasStart = true }, width);
        Check<float>(new((4 * height) + 1, 3, 1024) { IsRightTransposed = true, Shape = ChainShape.Grains, IsLeftTransposed = true }, width);
    }

    [Theory]
    [MemberData(nameof(Registers))]
    public void Packed_columns_are_those_of_their_groups(VectorWidth width)
    {
        // Terms that stand far apart make the kernel pack the right operand.
        var rows = 6 * Hardware.Lanes<float>(width);
        Check<float>(new(rows, 13, 67) { IsRightTransposed = true, RightSpread = 801, IsPadded = true, HasStart = true }, width);
        Check<float>(new(rows, 9, 130) { IsRightTransposed = true, RightSpread = 801, IsPadded = true, Shape = ChainShape.Grains }, width);
        Check<float>(new(rows, 13, 67) { IsRightTransposed = true, RightSpread = 801, IsLeftTransposed = true }, width);
        Check<float>(new(257, 11, 3), width);
        Check<double>(new(256, 6, 3) { IsPadded = true, IsRightTransposed = true }, width);
    }

    [Theory]
    [MemberData(nameof(Registers))]
    public void Rows_and_terms_of_the_left_operand_may_both_stand_apart(VectorWidth width)
    {
        Check<float>(new((2 * Hardware.Lanes<float>(width)) + 5, 7, 9) { IsLeftSpread = true }, width);
        Check<double>(new((2 * Hardware.Lanes<double>(width)) + 5, 2, 6) { IsLeftSpread = true, HasStart = true }, width);
    }

    /// <summary>Of so many samples 74 tiles of columns form a group.</summary>
    [Fact]
    public void Groups_of_columns_are_independent() =>
        Check<float>(new(6, 445, 1024) { IsRightTransposed = true, Shape = ChainShape.Grains, RightSpread = 801, IsPadded = true }, VectorWidth.Scalar);

    /// <summary>The columns themselves hold no numbers here. One or two samples read the columns all the same.</summary>
    [Theory]
    [MemberData(nameof(Registers))]
    public void A_left_operand_in_panels_is_read_there(VectorWidth width)
    {
        var lanes = Hardware.Lanes<float>(width);
        foreach (var rows in new[] { 1, 2 * lanes, (2 * lanes) + 1, (3 * lanes) + 1, 300 })
        {
            foreach (var columns in new[] { 3, 25 })
            {
                foreach (var inner in new[] { 1, 5, 392, 800 })
                {
                    Check<float>(new(rows, columns, inner) { IsPadded = true, InPanels = true, HasStart = columns == 3 }, width);
                }
            }
        }

        Check<double>(new(50, 24, 784) { IsPadded = true, InPanels = true, IsRightTransposed = true, RightSpread = 801 }, width);
        Check<float>(new(5 * lanes, 2, 7) { IsPadded = true, InPanels = true }, width);
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(0, 2)]
    [InlineData(5, 0)]
    [InlineData(300, 0)]
    public void A_product_without_elements_writes_nothing(int rows, int columns) => Check<float>(new(rows, columns, 3), VectorWidth.Widest);

    /// <summary>256 KiB of the left operand, 444 columns of 1,024 terms of the right one, for each of eight heights of the grains' tree six columns of two of the largest registers, and up to a line before all this.</summary>
    [Fact]
    public void The_scratch_room_holds_both_packed_operands_and_a_tree_of_tiles()
    {
        Assert.Equal((1 << 16) + (444 * 1024) + (8 * 6 * 2 * 16) + 16, ProductKernel.Scratch<float>());
        Assert.Equal((1 << 15) + (444 * 1024) + (8 * 6 * 2 * 16) + 8, ProductKernel.Scratch<double>());
    }

    [Fact]
    public void More_samples_than_the_tree_of_tiles_has_room_for_are_refused()
    {
        var refused = Assert.Throws<ArgumentException>(() => Check<float>(new(3, 3, 1025) { Shape = ChainShape.Grains }, VectorWidth.Scalar));
        Assert.StartsWith("A product is over 1025 samples; the sums over more than 1024 are joined by the caller.", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>Packed or not, in one block of rows or in several, in one piece or in several; all parts are so narrow that packing for one of them would not pay.</summary>
    [Theory]
    [MemberData(nameof(Registers))]
    public void Parts_of_a_product_may_share_the_packed_left_operand(VectorWidth width)
    {
        foreach (var product in new Case[]
        {
            new(50, 84, 100) { IsPadded = true, IsRightTransposed = true, Shape = ChainShape.Grains },
            new(300, 50, 130) { IsPadded = true, IsRightTransposed = true, Shape = ChainShape.Grains, RightSpread = 801 },
            new(130, 60, 700) { IsPadded = true },
            new(37, 60, 5),
            new(40, 60, 9) { IsLeftTransposed = true },
        })
        {
            InParts<float>(product, width);
            InParts<double>(product, width);
        }
    }

    /// <summary>With one or two columns, or two terms, such rows are taken with narrower registers.</summary>
    [Theory]
    [MemberData(nameof(Registers))]
    public void Rows_that_fill_no_register_fill_narrower_ones(VectorWidth width)
    {
        for (var rows = 1; rows <= 17; rows++)
        {
            foreach (var hasStart in new[] { false, true })
            {
                Check<float>(new(rows, 1, 7) { HasStart = hasStart }, width);
                Check<double>(new(rows, 2, 5) { HasStart = hasStart, IsRightTransposed = true }, width);
                Check<float>(new(rows, 2, 3) { HasStart = hasStart, IsLeftSpread = true }, width);
            }

            Check<float>(new(rows, 9, 2) { IsRightTransposed = true, Shape = ChainShape.Grains }, width);
            Check<double>(new(rows, 9, 1) { IsRightTransposed = true, Shape = ChainShape.Grains }, width);
        }
    }

    private static void InParts<T>(Case product, VectorWidth width)
        where T : struct, IFloatingPointIeee754<T>
    {
        var problem = new Problem<T>(product, Hardware.Lanes<T>(width));
        var task = problem.Task;
        var scratch = Scratch<T>.Numbers.AsSpan(0, ProductKernel.Scratch<T>());
        scratch.Fill(T.NaN);
        for (var from = task.FromColumn; from < task.ToColumn; from += 6)
        {
            ProductKernel.Run(task with { FromColumn = from, ToColumn = Math.Min(from + 6, task.ToColumn), PacksLeft = true, IsLeftAsBefore = from > task.FromColumn }, width, scratch);
        }

        problem.AssertSolved(width);
        scratch.Clear();
    }

    [Theory]
    [MemberData(nameof(Registers))]
    public void Nothing_is_narrow_that_needs_room(VectorWidth width)
    {
        var lanes = Hardware.Lanes<double>(width);
        Assert.True(IsNarrow(new(lanes, 2, 3)));
        Assert.True(IsNarrow(new(1, 1, 3) { IsPadded = true }));
        Assert.True(IsNarrow(new(lanes, 1, 64) { Shape = ChainShape.Grains }));
        Assert.False(IsNarrow(new(lanes, 3, 3)));
        Assert.False(IsNarrow(new(lanes, 1, 65) { Shape = ChainShape.Grains }));
        Assert.True(IsNarrow(new(lanes, 9, 2) { Shape = ChainShape.Grains }));
        Assert.True(lanes == 1 || IsNarrow(new(lanes - 1, 9, 2) { Shape = ChainShape.Grains }));
        Assert.False(IsNarrow(new(9, 1, 65) { IsLeftTransposed = true }));
        Assert.True(IsNarrow(new(3, 2, 63) { IsLeftTransposed = true }));
        Assert.False(IsNarrow(new(3, 2, 64) { IsLeftTransposed = true, LeftFours = 4 }));
        Assert.False(IsNarrow(new(3, 3, 5) { IsLeftTransposed = true }));
        Assert.True(lanes == 1 || IsNarrow(new(lanes - 1, 1, 3)));
        Assert.True(lanes == 1 || !IsNarrow(new(lanes - 1, 1, 3) { IsLeftSpread = true }));
        Assert.True(IsNarrow(new(1, 2, 3)));

        bool IsNarrow(Case product) => ProductKernel.IsNarrow(new Problem<double>(product, lanes).Task, width);
    }

    private static void Tiles<T>(VectorWidth width)
        where T : struct, IFloatingPointIeee754<T>
    {
        var lanes = Hardware.Lanes<T>(width);
        foreach (var rows in new[] { 1, lanes - 1, lanes, lanes + 1, (2 * lanes) - 1, 2 * lanes, (2 * lanes) + 1, (3 * lanes) + 1, 7 * lanes }.Where(rows => rows > 0).Distinct())
        {
            foreach (var columns in new[] { 1, 3, 6, 7, 25 })
            {
                for (var kind = 0; kind < 8; kind++)
                {
                    Check<T>(
                        new(rows, columns, 1 + ((rows + columns + kind) % 5))
                        {
                            IsLeftTransposed = (kind & 1) != 0,
                            IsPadded = (kind & 2) != 0,
                            HasStart = (kind & 4) != 0,
                            IsRightTransposed = columns == 7,
                        },
                        width);
                }
            }
        }
    }

    private static void Check<T>(Case product, VectorWidth width)
        where T : struct, IFloatingPointIeee754<T>
    {
        var problem = new Problem<T>(product, Hardware.Lanes<T>(width));
        var scratch = Scratch<T>.Numbers.AsSpan(0, ProductKernel.Scratch<T>());
        scratch[..Math.Min(scratch.Length, 20_000 + (product.Rows * product.Inner))].Fill(T.NaN);
        ProductKernel.Run(problem.Task, width, ProductKernel.IsNarrow(problem.Task, width) ? [] : scratch);
        problem.AssertSolved(width);
        Assert.True(Scratch<T>.Numbers.AsSpan(scratch.Length).IndexOfAnyExcept(T.Zero) < 0, $"{product} at {width}: what stands behind the scratch room is written.");
    }

    private static class Scratch<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        public static readonly T[] Numbers = new T[ProductKernel.Scratch<T>() + Guard];
    }

    /// <summary>What is multiplied.</summary>
    private sealed record Case(int Rows, int Columns, int Inner)
    {
        public bool IsLeftTransposed { get; init; }

        /// <summary>Whether a row stands two places behind the one before.</summary>
        public bool IsLeftSpread { get; init; }

        /// <summary>Where the left operand is transposed, what its rows stand a multiple of apart.</summary>
        public int LeftFours { get; init; } = 1;

        public bool IsRightTransposed { get; init; }

        public bool IsPadded { get; init; }

        public bool InPanels { get; init; }

        public bool HasStart { get; init; }

        public int RightSpread { get; init; }

        public ChainShape Shape { get; init; }
    }

    private sealed class Problem<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        private const int FirstColumn = 2;

        private readonly Case product;
        private readonly T[] left;
        private readonly T[] right;
        private readonly T[] start;
        private readonly int room;
        private readonly int leftStep;
        private readonly int leftStride;
        private readonly int rightStride;

        public Problem(Case product, int lanes)
        {
            this.product = product;
            var (rows, columns, inner) = (product.Rows, product.Columns, product.Inner);
            room = product.IsPadded ? (rows + lanes - 1) / lanes * lanes : rows;
            leftStep = product.IsLeftSpread ? 2 : 1;
            leftStride = product.IsLeftTransposed ? (inner + product.LeftFours) / product.LeftFours * product.LeftFours : (leftStep * room) + (product.IsPadded ? 0 : 1);
            left = Numbers.Between<T>(Guard + (leftStride * (product.IsLeftTransposed ? Math.Max(rows, 1) : inner)) + Guard, 1);
            rightStride = product.IsRightTransposed ? Math.Max(columns + FirstColumn, product.RightSpread) : inner + 2;
            right = Numbers.Between<T>(Guard + (rightStride * (product.IsRightTransposed ? inner : columns + FirstColumn)) + Guard, 2);
            start = Numbers.Between<T>(Guard + room, 3);
            start.AsSpan(Guard + rows).Clear();
            if (!product.IsLeftTransposed && product.IsPadded)
            {
                for (var term = 0; term < inner; term++)
                {
                    left.AsSpan(Guard + (term * leftStride) + rows, room - rows).Clear();
                }
            }

            var a = product.IsLeftTransposed ? Operand<T>.Columns(left, leftStride, Guard).Transposed : new Operand<T>(left, Guard, leftStep, leftStride);
            var panels = product.InPanels ? InPanels(left.AsSpan(Guard, leftStride * inner), leftStride, inner, Tile.Vectors * lanes, areColumnsRead: columns <= 2) : null;
            if (product.InPanels && columns > 2)
            {
                a = a with { Numbers = [.. Enumerable.Repeat(T.NaN, left.Length)] };
            }

            var b = product.IsRightTransposed ? Operand<T>.Columns(right, rightStride, Guard).Transposed : Operand<T>.Columns(right, rightStride, Guard);
            Task = new ProductTask<T>
            {
                A = a,
                Panels = panels,
                PanelsOffset = product.InPanels ? Guard : 0,
                B = b,
                Product = Numbers.Between<T>(Guard + ((room + (product.IsPadded ? 0 : 2)) * (columns + FirstColumn)) + Guard, 4),
                Stride = room + (product.IsPadded ? 0 : 2),
                Offset = Guard,
                Start = product.HasStart ? start : null,
                StartOffset = product.HasStart ? Guard : 0,
                Inner = inner,
                Rows = rows,
                FromColumn = FirstColumn,
                ToColumn = columns + FirstColumn,
                Shape = product.Shape,
                IsPadded = product.IsPadded,
            };
        }

        /// <summary>The numbers in panels, unless the columns are what is read.</summary>
        private static T[] InPanels(Span<T> columns, int rows, int inner, int height, bool areColumnsRead)
        {
            var numbers = new T[Guard + Packing.PanelRoom(rows, inner, height) + Guard];
            Array.Fill(numbers, T.NaN);
            if (!areColumnsRead)
            {
                Packing.FillPanels<T>(columns, numbers.AsSpan(Guard), rows, inner, height, 0, columns.Length);
            }

            return numbers;
        }

        public ProductTask<T> Task { get; }

        public void AssertSolved(VectorWidth width)
        {
            var expected = Numbers.Between<T>(Task.Product.Length, 4);
            for (var column = FirstColumn; column < Task.ToColumn; column++)
            {
                for (var row = 0; row < (product.Rows == 0 ? 0 : room); row++)
                {
                    expected[Guard + (column * Task.Stride) + row] = row < product.Rows ? Element(row, column) : T.Zero;
                }
            }

            for (var i = 0; i < expected.Length; i++)
            {
                var (column, row) = Math.DivRem(i - Guard, Math.Max(1, Task.Stride));
                Assert.True(Numbers.AreSame(expected[i], Task.Product[i]), $"{product} at {width}: element ({row}, {column}) is {Task.Product[i]:R}, not {expected[i]:R}.");
            }
        }

        private T Element(int row, int column)
        {
            var grains = new List<T>();
            var sum = product.HasStart ? start[Guard + row] : T.Zero;
            for (var term = 0; term < product.Inner; term++)
            {
                if (product.Shape == ChainShape.Grains && term > 0 && term % Arithmetic.GrainSize == 0)
                {
                    grains.Add(sum);
                    sum = T.Zero;
                }

                var (leftPlace, rightPlace) = (
                    product.IsLeftTransposed ? (row * leftStride) + term : (row * leftStep) + (term * leftStride),
                    product.IsRightTransposed ? (term * rightStride) + column : term + (column * rightStride));
                sum = T.FusedMultiplyAdd(left[Guard + leftPlace], right[Guard + rightPlace], sum);
            }

            return GrainSumTests.Tree([.. grains, sum]);
        }
    }
}
