namespace Functional.Numerics.Tests.Elementwise;

using System;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Elementwise.Operations;
using Functional.Numerics.Sums;
using Xunit;

/// <summary>Three rows of four columns that stand five places apart; what stands between them must stay.</summary>
public sealed class EveryColumnTests
{
    private const int Rows = 3;
    private const int Stride = 5;
    private const int Columns = 4;

    private static readonly float[] X = Numbers.Between<float>(Stride * Columns, 1);
    private static readonly float[] Y = Numbers.Between<float>(Stride * Columns, 2);
    private static readonly float[] P = Numbers.Between<float>(Rows, 3);
    private static readonly float[] Q = Numbers.Between<float>(Rows, 4);

    [Fact]
    public void Every_column_meets_the_same_numbers() => Check(
        (destination, width) => EveryColumn.Map(default(Subtract<float>), X, P, destination, Stride, Columns, width), (at, row) => X[at] - P[row]);

    [Fact]
    public void Every_column_meets_the_same_two_numbers_for_each_row() => Check(
        (destination, width) => EveryColumn.Map(default(MultiplyAdd<float>), X, P, Q, destination, Stride, Columns, width),
        (at, row) => MathF.FusedMultiplyAdd(X[at], P[row], Q[row]));

    [Fact]
    public void Every_pair_of_columns_meets_the_same_numbers() => Check(
        (destination, width) => EveryColumn.MapPairs(default(MultiplyAdd<float>), X, Y, P, destination, Stride, Columns, width),
        (at, row) => MathF.FusedMultiplyAdd(X[at], Y[at], P[row]));

    [Fact]
    public void The_destination_may_be_one_of_the_matrices()
    {
        var own = X.AsSpan().ToArray();
        EveryColumn.Map(default(AddFirst<float>), own, P, Q, own, Stride, 1, Execution.Sequential);
        Assert.Equal(Q[2] + X[2], own[2]);
        Assert.Equal(X[3..], own[3..]);
    }

    private static void Check(Action<float[], Execution> map, Func<int, int, float> expected)
    {
        foreach (var width in Widths.All)
        {
            var destination = new float[Stride * Columns];
            map(destination, new Execution { Width = width });
            for (var at = 0; at < destination.Length; at++)
            {
                Assert.Equal(at % Stride < Rows ? expected(at, at % Stride) : 0, destination[at]);
            }
        }
    }
}
