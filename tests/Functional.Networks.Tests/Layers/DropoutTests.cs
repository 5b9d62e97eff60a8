namespace Functional.Networks.Tests.Layers;

using System;
using System.Linq;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

public sealed class DropoutTests
{
    private static readonly RandomKey Key = RandomKey.FromSeed(4);

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(0.999)]
    public void An_element_is_dropped_where_its_draw_falls_and_scaled_where_it_does_not(double rate)
    {
        foreach (var (rows, columns) in new[] { (1, 1), (3, 7), (17, 200), (1500, 3) })
        {
            var input = Dense.Matrix(rows, columns, [.. Enumerable.Range(1, rows * columns).Select(i => (float)i)]);
            var expected = Dense.Matrix(rows, columns, [.. Enumerable.Range(0, rows * columns).Select(i => Key.Bernoulli(rate, i) ? 0 : (i + 1) * (float)(1 / (1 - rate)))]);
            foreach (var width in new[] { VectorWidth.Scalar, VectorWidth.Bits128, VectorWidth.Bits256, VectorWidth.Bits512 })
            {
                var (output, pullback) = new Dropout<float>(rate).Forward(input, Pass.Training(Key, new Execution { Width = width }));
                Assert.Equal(expected, output);
                Assert.Equal(expected, pullback(input).Input);
            }
        }
    }

    [Fact]
    public void The_mask_is_the_same_in_either_precision()
    {
        var (single, _) = new Dropout<float>(0.4).Forward(Matrix<float>.Build.Dense(5, 9, 1), Pass.Training(Key));
        var (twice, _) = new Dropout<double>(0.4).Forward(Matrix<double>.Build.Dense(5, 9, 1), Pass.Training(Key));
        Assert.Equal(twice.Enumerate().Select(x => x == 0), single.Enumerate().Select(x => x == 0));
    }

    [Fact]
    public void Every_step_and_every_layer_has_a_mask_of_its_own()
    {
        var ones = Matrix<double>.Build.Dense(8, 8, 1);
        var dropout = new Dropout<double>(0.5);
        var pass = Pass.Training(Key);
        var masks = new[] { pass, pass.Within(0), pass.Within(1), Pass.Training(Key.At(7)) }.Select(own => dropout.Forward(ones, own).Output).ToArray();
        Assert.Equal(4, masks.Distinct().Count());
    }

    [Fact]
    public void In_inference_the_input_passes_unchanged()
    {
        var input = Matrix<double>.Build.Dense(2, 3, 0.1);
        var (output, pullback) = new Dropout<double>(0.5).Forward(input, Pass.Inference());
        Assert.Equal(input, output);
        Assert.Equal(input, pullback(input).Input);
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void An_impossible_rate_is_refused(double rate)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Build.Dropout(rate));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Dropout<float>(rate));
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(5, 7)]
    [InlineData(2, 1)]
    public void From_whichever_sample_on_the_factors_are_filled_they_are_the_same(int first, int rows)
    {
        const int Columns = 700;
        var stride = rows + 2;
        var factors = new float[stride * Columns];
        DropoutFactors.Fill(Key, 0.3, first, rows, stride, factors.AsSpan(), Execution.Sequential);
        var expected = Enumerable.Range(0, stride * Columns)
            .Select(place => (Row: place % stride, Column: place / stride))
            .Select(at => at.Row >= rows || Key.Bernoulli(0.3, ((long)(first + at.Column) * rows) + at.Row) ? 0 : (float)(1 / (1 - 0.3)));
        Assert.Equal(expected, factors);
    }

    [Fact]
    public void In_double_precision_long_columns_have_the_same_factors()
    {
        var ones = Matrix<double>.Build.Dense(67, 3, 1);
        var expected = Dense.Matrix(67, 3, [.. Enumerable.Range(0, 201).Select(i => Key.Bernoulli(0.4, i) ? 0 : 1 / (1 - 0.4))]);
        Assert.Equal(expected, new Dropout<double>(0.4).Forward(ones, Pass.Training(Key)).Output);
    }

    [Fact]
    public void A_draw_that_equals_the_rate_is_kept()
    {
        Span<uint> bits = stackalloc uint[1];
        Key.Bits32(0, bits, VectorWidth.Scalar);
        Span<double> factors = stackalloc double[1];
        DropoutFactors.Fill(Key, bits[0] / 4294967296.0, 0, 1, 1, factors, Execution.Sequential);
        Assert.NotEqual(0, factors[0]);
    }
}
