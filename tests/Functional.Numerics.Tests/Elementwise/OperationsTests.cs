namespace Functional.Numerics.Tests.Elementwise;

using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Elementwise.Operations;
using Functional.Numerics.Lanes;
using Functional.Numerics.Sums;
using Xunit;

/// <summary>Every operation, at every width and for every number of elements, against its formula in plain numbers.</summary>
public sealed class OperationsTests
{
    private static readonly int[] Lengths = [0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 33, 50];

    [Fact]
    public void Operations_are_their_formulas_in_single() => Laws<float>.Check();

    [Fact]
    public void Operations_are_their_formulas_in_double() => Laws<double>.Check();

    private static class Laws<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        public static void Check()
        {
            var half = T.CreateTruncating(0.3);
            Unary(default(Cube<T>), x => x * x * x);
            Unary(new DividedBy<T>(half), x => x / half);
            Unary(new InverseRoot<T>(half), x => T.One / T.Sqrt(x + half));
            Unary(default(Magnitude<T>), T.Abs);
            Unary(default(Negate<T>), x => -x);
            Unary(new Scale<T>(half), x => half * x);
            Unary(default(SquareRoot<T>), T.Sqrt);

            Binary(default(Add<T>), (x, y) => x + y);
            Binary(default(Subtract<T>), (x, y) => x - y);
            Binary(default(Multiply<T>), (x, y) => x * y);
            Binary(default(Divide<T>), (x, y) => x / y);
            Binary(default(IsEqual<T>), (x, y) => x == y ? T.One : T.Zero);
            Binary(default(IsLess<T>), (x, y) => x < y ? T.One : T.Zero);
            Binary(default(IsLessOrEqual<T>), (x, y) => x <= y ? T.One : T.Zero);
            Binary(default(Larger<T>), (x, y) => T.IsNaN(y) || x < y ? y : x);
            Binary(default(Smaller<T>), (x, y) => T.IsNaN(y) || y < x ? y : x);

            Ternary(default(MultiplyAdd<T>), T.FusedMultiplyAdd);
            Ternary(default(Choose<T>), (x, y, z) => x == T.Zero ? z : y);
            Ternary(default(AddFirst<T>), (x, _, z) => z + x);

            Pair(default(SumAndDifference<T>), (x, y) => (x + y, x - y));
        }

        private static void Unary<TOperation>(TOperation operation, Func<T, T> formula)
            where TOperation : struct, IUnaryOperation<T>
        {
            foreach (var (x, _, _, width) in Arguments())
            {
                var values = Target(x);
                Elements.Map(operation, x, values.AsSpan(0, x.Length), new Execution { Width = width });
                AssertSame([.. x.Select(formula), T.NegativeOne], values, width, operation);
                Assert.All(x, number => Assert.True(Numbers.AreSame(formula(number), Elements.Apply(operation, number))));
            }
        }

        private static void Binary<TOperation>(TOperation operation, Func<T, T, T> formula)
            where TOperation : struct, IBinaryOperation<T>
        {
            foreach (var (x, y, _, width) in Arguments())
            {
                var values = Target(x);
                Elements.Map(operation, x, y, values.AsSpan(0, x.Length), new Execution { Width = width });
                AssertSame([.. x.Zip(y, formula), T.NegativeOne], values, width, operation);
            }
        }

        private static void Ternary<TOperation>(TOperation operation, Func<T, T, T, T> formula)
            where TOperation : struct, ITernaryOperation<T>
        {
            foreach (var (x, y, z, width) in Arguments())
            {
                var values = Target(x);
                Elements.Map(operation, x, y, z, values.AsSpan(0, x.Length), new Execution { Width = width });
                AssertSame([.. x.Zip(y, z).Select(row => formula(row.First, row.Second, row.Third)), T.NegativeOne], values, width, operation);
            }
        }

        private static void Pair<TOperation>(TOperation operation, Func<T, T, (T First, T Second)> formula)
            where TOperation : struct, IPairOperation<T>
        {
            foreach (var (x, y, _, width) in Arguments())
            {
                var (first, second) = (Target(x), Target(y));
                Elements.Replace(operation, first.AsSpan(0, x.Length), second.AsSpan(0, x.Length), new Execution { Width = width });
                AssertSame([.. x.Zip(y, formula).Select(pair => pair.First), T.NegativeOne], first, width, operation);
                AssertSame([.. x.Zip(y, formula).Select(pair => pair.Second), T.NegativeOne], second, width, operation);
            }
        }

        private static IEnumerable<(T[] X, T[] Y, T[] Z, VectorWidth Width)> Arguments()
        {
            var special = Numbers.Special<T>();
            return from width in Widths.All
                   from length in Lengths
                   select (Turned(special, length, 1, 0), Turned(special, length, 5, length), Turned(special, length, 3, 4), width);
        }

        private static T[] Turned(T[] numbers, int length, int step, int from) => [.. Enumerable.Range(0, length).Select(i => numbers[(from + (i * step)) % numbers.Length])];

        /// <summary>A copy with a number behind that must stay.</summary>
        private static T[] Target(T[] x) => [.. x, T.NegativeOne];

        private static void AssertSame(T[] expected, T[] actual, VectorWidth width, object operation)
        {
            for (var i = 0; i < expected.Length; i++)
            {
                Assert.True(Numbers.AreSame(expected[i], actual[i]), $"{operation.GetType().Name} of {expected.Length - 1} numbers at {width}: number {i} is {actual[i]:R}, not {expected[i]:R}.");
            }
        }
    }

    private readonly struct SumAndDifference<T> : IPairOperation<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        public TLanes Invoke<TLanes>(TLanes x, TLanes y, out TLanes second)
            where TLanes : struct, ILanes<TLanes, T>
        {
            second = x - y;
            return x + y;
        }
    }
}
