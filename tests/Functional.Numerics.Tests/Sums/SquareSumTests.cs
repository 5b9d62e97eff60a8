namespace Functional.Numerics.Tests.Sums;

using System;
using System.Linq;
using Functional.Numerics.Sums;
using Xunit;

public sealed class SquareSumTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(7, 8, 5)]
    [InlineData(31, 31, 3)]
    [InlineData(32, 40, 2)]
    [InlineData(67, 67, 11)]
    public void Every_width_gives_the_sum_in_the_documented_order(int rows, int stride, int columns)
    {
        var numbers = Enumerable.Range(0, stride * columns).Select(i => (float)Math.Sin(i + 1)).ToArray();
        var chains = new float[32];
        for (var column = 0; column < columns; column++)
        {
            for (var row = 0; row < rows; row++)
            {
                var number = numbers[(column * stride) + row];
                chains[row % 32] = MathF.FusedMultiplyAdd(number, number, chains[row % 32]);
            }
        }

        for (var half = 16; half > 0; half /= 2)
        {
            for (var chain = 0; chain < half; chain++)
            {
                chains[chain] += chains[chain + half];
            }
        }

        Assert.All(Widths.All, width => Assert.Equal(chains[0], SquareSum.Of<float>(numbers, rows, stride, columns, width)));
        var exact = Enumerable.Range(0, columns).Sum(column => Enumerable.Range(0, rows).Sum(row => Math.Pow(numbers[(column * stride) + row], 2)));
        Assert.Equal(exact, chains[0], 1e-5 * exact);
    }

    [Fact]
    public void What_stands_between_the_columns_does_not_count() =>
        Assert.Equal(5.0, SquareSum.Of<double>([1, double.NaN, 2, double.NaN], 1, 2, 2, VectorWidth.Widest));
}
