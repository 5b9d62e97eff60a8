namespace Functional.Numerics.Tests.Elementwise;

using System;
using System.Linq;
using FsCheck;
using FsCheck.Xunit;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Elementwise.Operations;
using Functional.Numerics.Lanes;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

public sealed class ElementsTests
{
    private static readonly Matrix<double> X = Dense.Matrix(2, 3, [1.0, 2, 3, 4, 5, 6]);
    private static readonly Matrix<double> Y = Dense.Matrix(2, 3, [10.0, 20, 30, 40, 50, 60]);
    private static readonly Matrix<double> Turned = Dense.Matrix(3, 2, [10.0, 20, 30, 40, 50, 60]);

    [Fact]
    public void A_matrix_is_mapped_element_by_element()
    {
        Assert.Equal(Dense.Matrix(2, 3, [-1.0, -2, -3, -4, -5, -6]), Elements.Map(default(Negate<double>), X));
        Assert.Equal(Dense.Matrix(2, 3, [11.0, 22, 33, 44, 55, 66]), Elements.Map(default(Add<double>), X, Y));
        Assert.Equal(Dense.Matrix(2, 3, [20.0, 60, 120, 200, 300, 420]), Elements.Map(default(MultiplyAdd<double>), X, Y, Elements.Map(default(Multiply<double>), X, Dense.Matrix(2, 3, [10.0, 10, 10, 10, 10, 10]))));
    }

    [Fact]
    public void Matrices_of_another_shape_are_refused_with_both_shapes()
    {
        Assert.StartsWith(
            "One matrix is 2 × 3, another 3 × 2; their shapes must be equal.",
            Assert.Throws<ArgumentException>(() => Elements.Map(default(Add<double>), X, Turned)).Message,
            StringComparison.Ordinal);
        Assert.Contains("another 2 × 2;", Assert.Throws<ArgumentException>(() => Elements.Map(default(Add<double>), X, Dense.Matrix(2, 2, new double[4]))).Message, StringComparison.Ordinal);
        Assert.Contains("another 1 × 3;", Assert.Throws<ArgumentException>(() => Elements.Map(default(Add<double>), X, Dense.Matrix(1, 3, new double[3]))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Elements.Map(default(MultiplyAdd<double>), X, Turned, Y));
        Assert.Throws<ArgumentException>(() => Elements.Map(default(MultiplyAdd<double>), X, Y, Turned));
    }

    [Fact]
    public void A_matrix_that_is_missing_is_named()
    {
        Matrix<double>? none = null;
        Missing("x", () => Elements.Map(default(Negate<double>), none!));
        Missing("x", () => Elements.Map(default(Add<double>), none!, Y));
        Missing("y", () => Elements.Map(default(Add<double>), X, none!));
        Missing("x", () => Elements.Map(default(MultiplyAdd<double>), none!, X, Y));
        Missing("y", () => Elements.Map(default(MultiplyAdd<double>), X, none!, Y));
        Missing("z", () => Elements.Map(default(MultiplyAdd<double>), X, Y, none!));

        static void Missing(string name, Action map) => Assert.Equal(name, Assert.Throws<ArgumentNullException>(map).ParamName);
    }

    [Fact]
    public void Spans_of_another_length_are_refused_with_both_lengths()
    {
        double[] two = new double[2], three = new double[3];
        Assert.StartsWith(
            "The span has 2 elements, the destination 3; they must be equally long.",
            Assert.Throws<ArgumentException>(() => Elements.Map(default(Negate<double>), two, three.AsSpan())).Message,
            StringComparison.Ordinal);
        Refused("x", () => Elements.Map(default(Negate<double>), three, two.AsSpan()));
        Refused("x", () => Elements.Map(default(Add<double>), two, three, three.AsSpan()));
        Refused("y", () => Elements.Map(default(Add<double>), three, two, three.AsSpan()));
        Refused("x", () => Elements.Map(default(MultiplyAdd<double>), two, three, three, three.AsSpan()));
        Refused("y", () => Elements.Map(default(MultiplyAdd<double>), three, two, three, three.AsSpan()));
        Refused("z", () => Elements.Map(default(MultiplyAdd<double>), three, three, two, three.AsSpan()));
        Refused("y", () => Elements.Replace(default(Swap), two, three.AsSpan()));
        Refused("x", () => Elements.Map(default(Swap), two, three, three, three.AsSpan()));
        Refused("y", () => Elements.Map(default(Swap), three, two, three, three.AsSpan()));
        Refused("second", () => Elements.Map(default(Swap), three, three, three, two.AsSpan()));

        static void Refused(string name, Action map) => Assert.Equal(name, Assert.Throws<ArgumentException>(map).ParamName);
    }

    [Fact]
    public void Two_numbers_can_take_each_others_place()
    {
        double[] x = [1, 2, 3, 4, 5], y = [6, 7, 8, 9, 10];
        Elements.Replace(default(Swap), x, y.AsSpan());
        Assert.Equal([6, 7, 8, 9, 10], x);
        Assert.Equal([1, 2, 3, 4, 5], y);
    }

    [Fact]
    public void Whole_vectors_go_through_registers_of_the_asked_width_and_the_rest_one_by_one()
    {
        foreach (var width in Widths.All)
        {
            var execution = new Execution { Width = width };
            var lanes = Hardware.Lanes<double>(width);
            foreach (var length in new[] { 0, 1, lanes - 1, lanes, lanes + 1, (3 * lanes) - 1, 3 * lanes, (3 * lanes) + 2 })
            {
                double[] expected = [.. Enumerable.Range(0, length).Select(i => i < length / lanes * lanes ? lanes : 1.0)];
                double[] x = new double[length], values = new double[length];
                Elements.Map(default(Lanes), x, values.AsSpan(), execution);
                Assert.Equal(expected, values);
                Elements.Map(default(Lanes), x, x, values.AsSpan(), execution);
                Assert.Equal(expected, values);
                Elements.Map(default(Lanes), x, x, x, values.AsSpan(), execution);
                Assert.Equal(expected, values);
                Elements.Replace(default(Lanes), x, values.AsSpan(), execution);
                Assert.Equal(expected, x);
                Assert.Equal(expected, values);
            }
        }
    }

    [Property]
    public bool An_operation_on_matrices_is_the_operation_on_each_of_their_entries(PositiveInt rows, PositiveInt columns, int seed)
    {
        var random = new Random(seed);
        var (x, y, z) = (Drawn(), Drawn(), Drawn());
        return Elements.Map(default(SquareRoot<double>), x.Map(Math.Abs)).Equals(x.Map(value => Math.Sqrt(Math.Abs(value))))
            && Elements.Map(default(Subtract<double>), x, y).Equals(x.Map2((left, right) => left - right, y))
            && Elements.Map(default(MultiplyAdd<double>), x, y, z).Numbers.SequenceEqual([.. Enumerable.Range(0, x.RowCount * x.ColumnCount).Select(i => Math.FusedMultiplyAdd(x.Numbers[i], y.Numbers[i], z.Numbers[i]))]);

        Matrix<double> Drawn() => Matrix<double>.Build.Dense(rows.Get, columns.Get, (_, _) => (10 * random.NextDouble()) - 5);
    }

    /// <summary>How many numbers the register holds that computes an element.</summary>
    private readonly struct Lanes : IUnaryOperation<double>, IBinaryOperation<double>, ITernaryOperation<double>, IPairOperation<double>
    {
        public TLanes Invoke<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes, double> => TLanes.Constant(TLanes.Count);

        public TLanes Invoke<TLanes>(TLanes x, TLanes y)
            where TLanes : struct, ILanes<TLanes, double> => TLanes.Constant(TLanes.Count);

        public TLanes Invoke<TLanes>(TLanes x, TLanes y, TLanes z)
            where TLanes : struct, ILanes<TLanes, double> => TLanes.Constant(TLanes.Count);

        public TLanes Invoke<TLanes>(TLanes x, TLanes y, out TLanes second)
            where TLanes : struct, ILanes<TLanes, double> => second = TLanes.Constant(TLanes.Count);
    }

    private readonly struct Swap : IPairOperation<double>
    {
        public TLanes Invoke<TLanes>(TLanes x, TLanes y, out TLanes second)
            where TLanes : struct, ILanes<TLanes, double>
        {
            second = x;
            return y;
        }
    }
}
