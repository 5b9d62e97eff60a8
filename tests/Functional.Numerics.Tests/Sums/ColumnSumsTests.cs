namespace Functional.Numerics.Tests.Sums;

using System;
using System.Linq;
using System.Numerics;
using Functional.Numerics.Elementwise.Operations;
using Functional.Numerics.Sums;
using Xunit;

public sealed class ColumnSumsTests
{
    private const int Stride = 48;

    [Fact]
    public void Some_rows_are_summed_in_the_documented_order_and_the_others_stay_in_single() => Check<float>();

    [Fact]
    public void Some_rows_are_summed_in_the_documented_order_and_the_others_stay_in_double() => Check<double>();

    private static void Check<T>()
        where T : struct, IFloatingPointIeee754<T>
    {
        foreach (var columns in new[] { 0, 1, 63, 64, 65, 128, 129, 300, 449 })
        {
            var (left, right) = (Numbers.Between<T>(Stride * Math.Max(columns, 1), 1), Numbers.Between<T>(Stride * Math.Max(columns, 1), 2));
            foreach (var width in Widths.All)
            {
                var (sums, products) = (new T[Stride], new T[Stride]);
                sums.AsSpan().Fill(T.NegativeOne);
                products.AsSpan().Fill(T.NegativeOne);
                ColumnSums.Run(left, Stride, 16, 32, columns, sums.AsSpan(), width);
                ColumnSums.Run(default(MultiplyAdd<T>), left, right, Stride, 16, 32, columns, products.AsSpan(), width);
                for (var row = 0; row < Stride; row++)
                {
                    var own = row is >= 16 and < 32;
                    Assert.Equal(own ? Sum<T>(columns, (column, sum) => sum + left[(column * Stride) + row]) : T.NegativeOne, sums[row]);
                    Assert.Equal(own ? Sum<T>(columns, (column, sum) => T.FusedMultiplyAdd(left[(column * Stride) + row], right[(column * Stride) + row], sum)) : T.NegativeOne, products[row]);
                }
            }
        }
    }

    private static T Sum<T>(int columns, Func<int, T, T> add)
        where T : struct, IFloatingPointIeee754<T> =>
        GrainSumTests.Tree([.. Enumerable.Range(0, columns).Chunk(64).Select(grain => grain.Aggregate(T.Zero, (sum, column) => add(column, sum)))]);
}
