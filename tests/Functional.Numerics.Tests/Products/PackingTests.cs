namespace Functional.Numerics.Tests.Products;

using System;
using System.Linq;
using System.Numerics;
using Functional.Numerics.Products;
using Xunit;

/// <summary>Packed parts of operands against the order that tiles read, number by number. What stands behind them must stay.</summary>
public sealed class PackingTests
{
    private const int Guard = 150;

    [Fact]
    public void Panels_hold_neighbouring_rows_term_after_term_and_zeros_for_rows_that_do_not_exist()
    {
        Panels<float>();
        Panels<double>();

        static void Panels<T>()
            where T : struct, IFloatingPointIeee754<T>
        {
            // Two registers of one number up to two of sixteen.
            foreach (var height in new[] { 2, 4, 8, 16, 32 })
            {
                foreach (var rows in new[] { 1, height - 1, height, height + 1, height + (height / 2), (4 * height) - 1, 4 * height, (9 * height) + 3 })
                {
                    foreach (var terms in new[] { 1, 3, 4, 8, 11 })
                    {
                        var (tall, wide) = (rows + 1, terms + 3);
                        foreach (var (rowStep, columnStep) in new[] { (1, tall), (wide, 1), (2, 2 * tall) })
                        {
                            Panel<T>(rowStep, columnStep, 0, rows, rows, height, terms);
                            Panel<T>(rowStep, columnStep, height, rows, rows, height, terms);
                            Panel<T>(rowStep, columnStep, height, 2 * height, rows, height, terms);
                            Panel<T>(rowStep, columnStep, 0, 5 * height, rows, height, terms);
                        }
                    }
                }
            }
        }
    }

    [Fact]
    public void Blocks_hold_neighbouring_columns_term_after_term_and_leave_out_those_that_do_not_exist()
    {
        Blocks<float>();
        Blocks<double>();

        static void Blocks<T>()
            where T : struct, IFloatingPointIeee754<T>
        {
            for (var width = 1; width <= Tile.Columns; width++)
            {
                foreach (var terms in new[] { 1, 2, 4, 5, 11 })
                {
                    foreach (var (rowStep, columnStep) in new[] { (1, terms + 4), (11, 1), (3, 41) })
                    {
                        Block<T>(rowStep, columnStep, width, terms);
                    }
                }
            }
        }
    }

    [Fact]
    public void A_matrix_goes_into_panels_in_any_parts()
    {
        foreach (var (rows, columns, height, part) in new[] { (56, 5, 16, 8), (56, 5, 16, 24), (7, 3, 2, 1), (24, 4, 16, 40), (16, 3, 16, 16), (40, 7, 32, 1000), (8, 2, 4, 12) })
        {
            var numbers = Numbers.Between<float>(rows * columns, 1);
            var room = (rows + height - 1) / height * height * columns;
            Assert.Equal(room, Packing.PanelRoom(rows, columns, height));
            var (panels, expected) = (new float[room + Guard], new float[room + Guard]);
            for (var row = 0; row < rows; row++)
            {
                for (var column = 0; column < columns; column++)
                {
                    expected[(row / height * height * columns) + (column * height) + (row % height)] = numbers[(column * rows) + row];
                }
            }

            for (var from = 0; from < numbers.Length; from += part)
            {
                var before = panels.Count(number => number != 0);
                var to = Math.Min(from + part, numbers.Length);
                Packing.FillPanels<float>(numbers, panels, rows, columns, height, from, to);
                Assert.Equal(to - from, panels.Count(number => number != 0) - before);
            }

            Assert.Equal(expected, panels);
        }

        Assert.Throws<OverflowException>(() => Packing.PanelRoom(1 << 16, 1 << 16, 16));
    }

    /// <summary>Rows that stand behind the last one hold numbers, as those of another operand would.</summary>
    private static void Panel<T>(int rowStep, int columnStep, int from, int to, int rows, int height, int terms)
        where T : struct, IFloatingPointIeee754<T>
    {
        const int offset = 7, firstTerm = 2;
        if (from >= to || to > rows)
        {
            return;
        }

        var numbers = Numbers.Between<T>(offset + ((rows + Guard) * rowStep) + ((firstTerm + terms + 1) * columnStep) + Guard, 1);
        var packed = (to - from + height - 1) / height * height * terms;
        var (panels, expected) = (Numbers.Between<T>(packed + Guard, 2), Numbers.Between<T>(packed + Guard, 2));
        for (var row = from; row < from + (packed / terms); row++)
        {
            var (panel, lane) = Math.DivRem(row - from, height);
            for (var term = 0; term < terms; term++)
            {
                expected[(((panel * terms) + term) * height) + lane] = row < rows ? numbers[offset + (row * rowStep) + ((firstTerm + term) * columnStep)] : T.Zero;
            }
        }

        Packing.Panels(new Operand<T>(numbers, offset, rowStep, columnStep), panels.AsSpan(0, packed), from, to, rows, height, firstTerm, terms);
        Assert.True(expected.AsSpan().SequenceEqual(panels), $"Rows {from} to {to} of {rows}, {terms} terms, height {height}, steps {rowStep} and {columnStep}, of {typeof(T).Name}.");
    }

    private static void Block<T>(int rowStep, int columnStep, int width, int terms)
        where T : struct, IFloatingPointIeee754<T>
    {
        const int offset = 7, firstTerm = 2, column = 3;
        var numbers = Numbers.Between<T>(offset + ((firstTerm + terms) * rowStep) + ((column + Tile.Columns + 1) * columnStep) + Guard, 1);
        var packed = Tile.Columns * terms;
        var (block, expected) = (Numbers.Between<T>(packed + Guard, 2), Numbers.Between<T>(packed + Guard, 2));
        for (var term = 0; term < terms; term++)
        {
            for (var j = 0; j < width; j++)
            {
                expected[(term * Tile.Columns) + j] = numbers[offset + ((firstTerm + term) * rowStep) + ((column + j) * columnStep)];
            }
        }

        Packing.Block(new Operand<T>(numbers, offset, rowStep, columnStep), block.AsSpan(0, packed), column, width, firstTerm, terms);
        Assert.True(expected.AsSpan().SequenceEqual(block), $"{width} columns, {terms} terms, steps {rowStep} and {columnStep}, of {typeof(T).Name}.");
    }

    [Fact]
    public void What_an_operand_prints_comes_to_an_end() =>
        Assert.Equal("[2 + i * 3 + j * 1] of 4 numbers", Operand<float>.Columns(new float[4], 3, 2).Transposed.ToString());
}
