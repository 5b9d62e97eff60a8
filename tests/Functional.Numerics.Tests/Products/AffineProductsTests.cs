namespace Functional.Numerics.Tests.Products;

using System;
using System.Numerics;
using Functional.Numerics.Elementwise.Operations;
using Functional.Numerics.Lanes;
using Functional.Numerics.Products;
using Xunit;

/// <summary>
/// A small layer's products against the sums as they are written, bit for bit, around the edges of vectors, pairs and fours. What stands between and behind their columns must stay zero.
/// </summary>
public sealed class AffineProductsTests
{
    private static readonly int[] Sizes = [1, 2, 3, 4, 5, 7, 8, 9, 11, 15, 16, 17, 23, 33, 50];

    [Theory]
    [InlineData(VectorWidth.Bits256)]
    [InlineData(VectorWidth.Bits512)]
    [InlineData(VectorWidth.Widest)]
    public void Values_gradients_and_sums_are_chains(VectorWidth width)
    {
        if (!Pays(1, 8, 8, width))
        {
            Assert.True(Hardware.Widest < (width == VectorWidth.Widest ? VectorWidth.Bits256 : width));
            return;
        }

        foreach (var rows in Sizes)
        {
            foreach (var columns in Sizes)
            {
                for (var samples = 1; samples <= 4; samples++)
                {
                    new Layer<float>(rows, columns, samples, width).Check();
                    new Layer<double>(rows, columns, samples, width).Check();
                }
            }
        }
    }

    [Fact]
    public void Where_a_new_parameter_is_not_finite_it_is_said()
    {
        if (!Pays(1, 8, 8, VectorWidth.Widest))
        {
            Assert.True(Hardware.Widest < VectorWidth.Bits256);
            return;
        }

        foreach (var rows in new[] { 1, 5, 40 })
        {
            foreach (var bad in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
            {
                var layer = new Layer<double>(rows, 6, 3, VectorWidth.Widest);
                layer.RequireRenewedFinite(expected: true);
                layer.Parameters[(3 * layer.Shape.OutputStride) + rows - 1] = bad;
                layer.RequireRenewedFinite(expected: false);
                layer = new(rows, 6, 3, VectorWidth.Widest);
                layer.Parameters[layer.Shape.Bias] = bad;
                layer.RequireRenewedFinite(expected: false);
            }
        }
    }

    [Fact]
    public void They_pay_for_a_few_samples_of_a_layer_that_stays_in_the_first_cache()
    {
        var hasRegisters = Hardware.Widest is VectorWidth.Bits256 or VectorWidth.Bits512;
        Assert.Equal(hasRegisters, Pays(4, 128, 64, VectorWidth.Widest));
        Assert.False(Pays(5, 128, 64, VectorWidth.Widest));
        Assert.False(Pays(4, 128, 65, VectorWidth.Widest));
        Assert.False(Pays(1, 8, 8, VectorWidth.Bits128));
        Assert.False(Pays(1, 8, 8, VectorWidth.Scalar));
    }

    private static bool Pays(int samples, int rows, int columns, VectorWidth width) =>
        AffineProducts<float>.Pays(samples, new(rows, columns, 0, rows * columns, columns, rows), width);

    private sealed class Layer<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        private readonly int rows;
        private readonly int columns;
        private readonly int samples;
        private readonly AffineRoom<T> room;
        private readonly AffineProducts<T> products;
        private readonly Random random = new(5);

        public Layer(int rows, int columns, int samples, VectorWidth width)
        {
            (this.rows, this.columns, this.samples) = (rows, columns, samples);
            var lanes = Hardware.Lanes<T>(width);
            var (inputStride, stride) = ((columns + lanes - 1) / lanes * lanes, (rows + lanes - 1) / lanes * lanes);

            // The bias does not follow the weights, so that nothing there may be taken for room.
            Shape = new(rows, columns, 0, stride * (columns + 1), inputStride, stride);
            Parameters = new T[stride * (columns + 3)];
            Fill(Parameters, Shape.Weights, stride, rows, columns);
            Fill(Parameters, Shape.Bias, stride, rows, 1);
            room = new(
                new T[inputStride * samples], new T[stride * samples], new T[stride * samples], new T[inputStride * samples], new T[stride * samples], new T[stride * samples]);
            Fill(room.X, 0, inputStride, columns, samples);
            Fill(room.YGradient, 0, stride, rows, samples);
            products = AffineProducts<T>.For(Shape, default(Cube<T>), default(MultiplyAdd<T>), width);
        }

        public AffineShape Shape { get; }

        public T[] Parameters { get; }

        public void Check()
        {
            products.Value(Parameters, room, samples);
            products.Back(Parameters, room, samples);
            var gradient = new T[Parameters.Length];
            products.Sum(room, gradient, samples);
            var renewed = new T[Parameters.Length];
            var factor = T.CreateChecked(-0.3);
            Assert.True(products.Renew(Parameters, room, renewed, samples, new Scale<T>(factor)));

            // Nobody asks for the inputs' gradient in a network's first layer; the sums need the layer's own all the same.
            var first = room with { XGradient = [], ZGradient = new T[room.ZGradient.Length] };
            products.Back(Parameters, first, samples);
            Assert.Equal(room.ZGradient, first.ZGradient);

            var (z, y, delta, x) = (new T[room.Z.Length], new T[room.Z.Length], new T[room.Z.Length], new T[room.X.Length]);
            var (sums, parameters) = (new T[Parameters.Length], new T[Parameters.Length]);
            for (var sample = 0; sample < samples; sample++)
            {
                for (var row = 0; row < rows; row++)
                {
                    var place = (sample * Shape.OutputStride) + row;
                    z[place] = Chain(Parameters[Shape.Bias + row], columns, column => (Weight(row, column), X(sample, column)));
                    y[place] = z[place] * z[place] * z[place];
                    delta[place] = T.FusedMultiplyAdd(z[place], y[place], room.YGradient[place]);
                }

                for (var column = 0; column < columns; column++)
                {
                    x[(sample * Shape.InputStride) + column] = Chain(T.Zero, rows, row => (Weight(row, column), Delta(row, sample)));
                }
            }

            for (var row = 0; row < rows; row++)
            {
                for (var column = 0; column < columns; column++)
                {
                    var place = Shape.Weights + (column * Shape.OutputStride) + row;
                    sums[place] = Chain(T.Zero, samples, sample => (Delta(row, sample), X(sample, column)));
                    parameters[place] = Parameters[place] + (factor * sums[place]);
                }

                for (var sample = 0; sample < samples; sample++)
                {
                    sums[Shape.Bias + row] += Delta(row, sample);
                }

                parameters[Shape.Bias + row] = Parameters[Shape.Bias + row] + (factor * sums[Shape.Bias + row]);
            }

            Assert.Equal(z, room.Z);
            Assert.Equal(y, room.Y);
            Assert.Equal(delta, room.ZGradient);
            Assert.Equal(x, room.XGradient);
            Assert.Equal(sums, gradient);
            Assert.Equal(parameters, renewed);

            T Weight(int row, int column) => Parameters[Shape.Weights + (column * Shape.OutputStride) + row];
            T X(int sample, int column) => room.X[(sample * Shape.InputStride) + column];
            T Delta(int row, int sample) => delta[(sample * Shape.OutputStride) + row];
        }

        public void RequireRenewedFinite(bool expected)
        {
            products.Value(Parameters, room, samples);
            var own = (T[])Parameters.Clone();
            Array.Clear(room.ZGradient);
            Assert.Equal(expected, products.Renew(own, room, new T[own.Length], samples, new Scale<T>(T.One)));
        }

        private static T Chain(T start, int terms, Func<int, (T Left, T Right)> factors)
        {
            for (var term = 0; term < terms; term++)
            {
                var (left, right) = factors(term);
                start = T.FusedMultiplyAdd(left, right, start);
            }

            return start;
        }

        private void Fill(T[] numbers, int offset, int stride, int height, int width)
        {
            for (var column = 0; column < width; column++)
            {
                for (var row = 0; row < height; row++)
                {
                    numbers[offset + (column * stride) + row] = T.CreateChecked(random.NextDouble() - 0.5);
                }
            }
        }
    }
}
