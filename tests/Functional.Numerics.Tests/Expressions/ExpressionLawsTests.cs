namespace Functional.Numerics.Tests.Expressions;

using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Functional.Numerics.Differentiation;
using Functional.Numerics.Expressions;
using Xunit;
using static Functional.Numerics.Expressions.Express;

/// <summary>What holds for every expression. Each law has mutants that it must reject.</summary>
public sealed class ExpressionLawsTests
{
    private const double Tolerance = 1e-12;
    private const double NumericTolerance = 1e-7;

    /// <summary>Powers of ten from 1 to the smallest normal number.</summary>
    private const double MostSpread = 307;

    [Property(MaxTest = 3000, EndSize = 40, Arbitrary = [typeof(RandomExpressions)])]
    public bool Reverse_mode_equals_forward_mode(Any any, Place place) =>
        Agree(any.Expression, place, (f, name, at) => f.Gradient(at).Gradient[name], (f, name, at) => f.Slope(name, at).Slope);

    [Property(MaxTest = 3000, EndSize = 40, Arbitrary = [typeof(RandomExpressions)])]
    public bool Symbolic_derivative_equals_forward_mode(Any any, Place place) =>
        Agree(any.Expression, place, Symbolic, (f, name, at) => f.Slope(name, at).Slope);

    [Property(MaxTest = 2000, EndSize = 12, Arbitrary = [typeof(RandomExpressions)])]
    public bool Reverse_mode_equals_numeric_differentiation(Smooth smooth, Place place) =>
        AgreesNumerically(smooth.Expression, place, (f, name, at) => f.Gradient(at).Gradient[name]);

    [Property(MaxTest = 3000, EndSize = 40, Arbitrary = [typeof(RandomExpressions)])]
    public Property Simplification_keeps_the_value(Any any) => Prop.ForAll(
        Arb.From(RandomExpressions.AnyNumber.ArrayOf(3)), numbers => KeepsTheValue(any.Expression, any.Expression.Simplified(), new(numbers[0], numbers[1], numbers[2])));

    [Property(MaxTest = 3000, EndSize = 40, Arbitrary = [typeof(RandomExpressions)])]
    public bool Simplification_makes_nothing_larger_and_ends(Any any)
    {
        var simple = any.Expression.Simplified();
        return Size(simple) <= Size(any.Expression) && Size(simple.Simplified()) <= Size(simple);
    }

    [Property(MaxTest = 3000, EndSize = 40, Arbitrary = [typeof(RandomExpressions)])]
    public bool Reading_what_was_written_gives_the_same_expression_and_value(Any any, Place place)
    {
        var read = Formula.Of(any.Expression.ToString());
        return read == any.Expression && string.Equals(read.ToString(), any.Expression.ToString(), StringComparison.Ordinal) && KeepsTheValue(any.Expression, read, place);
    }

    [Property(MaxTest = 300, EndSize = 40, Arbitrary = [typeof(RandomExpressions)])]
    public bool Vectors_have_the_bits_of_single_numbers(Any any, int seed) => VectorsAgree(any.Expression, any.Expression, seed);

    [Property(MaxTest = 1000, EndSize = 40, Arbitrary = [typeof(RandomExpressions)])]
    public bool The_gradient_of_an_explanation_is_the_sum_over_its_paths(Smooth smooth, Place place)
    {
        var at = place.For(smooth.Expression);
        var explanation = smooth.Expression.Explain(at);
        return smooth.Expression.Variables.All(name => explanation.Paths(name).Take(2000).ToArray() is var paths
            && (paths.Length == 2000
                || IsClose(paths.Sum(path => path.Product), smooth.Expression.Slope(name, at).Slope, paths.Sum(path => Math.Abs(path.Product)))));
    }

    [Fact]
    public void The_laws_of_derivatives_reject_wrong_ones()
    {
        var (x, y) = (Variable("x"), Variable("y"));
        var place = new Place(0.7, -0.4, 0.2);
        (Expression Function, Func<Expression, Expression> Wrong)[] mutants =
        [
            (x * y, d => x),
            (x / y, d => (1 / y) + ((x / y) / y)),
            (Sin(x), d => -Cos(x)),
            (Tanh(x), d => 1 - Tanh(x)),
            (Power(x, 3), d => 3 * x),
            (Power(x + 2, y), d => y * Power(x + 2, y)),
            (Exp(-x), d => Exp(-x)),
            (Softplus(x), d => Sigmoid(-x)),
            (Erf(x), d => Exp(-(x * x))),
            (Max(x, y), d => Where(x < y, 1, 0)),
        ];
        foreach (var (function, wrong) in mutants)
        {
            double OfWrong(Expression f, string name, (string Name, double Value)[] at) => name is "x"
                ? Filled(wrong(f.Derivative(name)), place)
                : f.Slope(name, at).Slope;
            Assert.True(Agree(function, place, Symbolic, (f, name, at) => f.Slope(name, at).Slope));
            Assert.True(AgreesNumerically(function, place, (f, name, at) => f.Gradient(at).Gradient[name]));
            Assert.False(Agree(function, place, OfWrong, (f, name, at) => f.Slope(name, at).Slope), function.ToString());
            Assert.False(AgreesNumerically(function, place, OfWrong), function.ToString());
        }

        // A wrong gradient by one variable alone, and one that is right but for its last digits.
        Assert.False(Agree(x * y, place, (f, name, at) => name is "x" ? 0.7 : f.Slope(name, at).Slope, (f, name, at) => f.Slope(name, at).Slope));
        Assert.False(Agree(x * y, place, (f, name, at) => f.Slope(name, at).Slope * (1 + 1e-11), (f, name, at) => f.Slope(name, at).Slope));
        Assert.False(AgreesNumerically(x * y, place, (f, name, at) => f.Slope(name, at).Slope * (1 + 1e-6)));
    }

    [Fact]
    public void The_law_of_simplification_rejects_what_IEEE_754_forbids()
    {
        var x = Variable("x");
        (Expression Written, Expression Wrong, double At)[] mutants =
        [
            (x + 0, x, -0.0),
            (0 * x, 0, double.PositiveInfinity),
            (0 * x, 0, -1),
            (x - x, 0, double.PositiveInfinity),
            (x / x, 1, 0),
            (Sqrt(x * x), Abs(x), 1e300),
            (Exp(Log(x)), x, -1),
            (Log(Exp(x)), x, 1000),
            (x * 3 / 3, x, 0.1),
            (-(x - 1), 1 - x, 1),
            (Power(Power(x, 2), 0.5), x, -3),
            (x - -0.0, x, -0.0),
            (0.0 - x, -x, 0.0),
        ];
        foreach (var (written, wrong, at) in mutants)
        {
            Assert.True(KeepsTheValue(written, written.Simplified(), new(at, at, at)));
            Assert.False(KeepsTheValue(written, wrong, new(at, at, at)), $"{written} is {wrong} at {at}");
        }
    }

    [Fact]
    public void The_law_of_writing_rejects_missing_parentheses()
    {
        foreach (var (text, wrong) in new[] { ("a - (b - c)", "a - b - c"), ("(-x)^2", "-x^2"), ("-(3)", "-3"), ("(2^3)^2", "2^3^2"), ("-(3 * x)", "-3 * x"), ("x < (y < z)", "x < y < z"), ("0.1", "0.10000000000000001e-1") })
        {
            Assert.NotEqual(Formula.Of(text), Formula.Of(wrong));
        }
    }

    [Fact]
    public void The_law_of_vectors_rejects_other_roundings()
    {
        var (x, y) = (Variable("x"), Variable("y"));
        Assert.False(VectorsAgree((x * y) + 1, 1 + ((x * 3) * (y / 3)), 1));
        Assert.False(VectorsAgree(x / 3, x * (1.0 / 3), 2));
        Assert.False(VectorsAgree(x + y, x - y, 3));
        Assert.False(VectorsAgree(Sigmoid(x), 1 / (1 + Exp(-x)), 4));
    }

    /// <summary>Whether two derivatives by every variable are equal, relative to the sum of the magnitudes of what is added up along all paths, and at least 1e-300. Nothing is compared where a part or a local derivative is not finite, or where products of local derivatives may leave the normal numbers on one way and not on the other.</summary>
    private static bool Agree(
        Expression f, Place place, Func<Expression, string, (string Name, double Value)[], double> left, Func<Expression, string, (string Name, double Value)[], double> right)
    {
        var at = place.For(f);
        var explanation = f.Explain(at);
        var isComparable = explanation.Parts.All(part => double.IsFinite(part.Value) && part.Locals.All(local => double.IsFinite(local.Value))) && Spread(explanation) < MostSpread;
        return !isComparable || f.Variables.All(name => Magnitude(explanation, name) is var scale && (!double.IsFinite(scale) || IsClose(left(f, name, at), right(f, name, at), scale)));
    }

    private static bool IsClose(double left, double right, double scale) => left.Equals(right) || Math.Abs(left - right) <= Tolerance * Math.Max(scale, 1e-300);

    /// <summary>The number of parts where every occurrence is written out.</summary>
    private static int Size(Expression expression) => 1 + expression switch
    {
        Expression.Unary unary => Size(unary.Operand),
        Expression.Binary binary => Size(binary.Left) + Size(binary.Right),
        Expression.Choice choice => Size(choice.Condition) + Size(choice.WhenTrue) + Size(choice.WhenFalse),
        _ => 0,
    };

    private static double Symbolic(Expression f, string name, (string Name, double Value)[] at)
    {
        var derivative = f.Derivative(name);
        return derivative.Evaluate([.. at.Where(pair => derivative.Variables.Contains(pair.Name))]);
    }

    /// <summary>How many powers of ten lie between 1 and the farthest product of local derivatives, at most.</summary>
    private static double Spread(Explanation<double> explanation) =>
        explanation.Parts.SelectMany(part => part.Locals).Where(local => local.Value != 0).Sum(local => Math.Abs(Math.Log10(Math.Abs(local.Value))));

    /// <summary>The derivative if nothing cancelled: forward mode with the magnitudes of all local derivatives.</summary>
    private static double Magnitude(Explanation<double> explanation, string variable)
    {
        var magnitudes = new double[explanation.Parts.Count];
        for (var place = 0; place < magnitudes.Length; place++)
        {
            var part = explanation.Parts[place];
            magnitudes[place] = string.Equals(part.Name, variable, StringComparison.Ordinal) && part.Expression is Expression.Variable
                ? 1
                : part.Locals.Where(local => magnitudes[local.Place] > 0).Sum(local => Math.Abs(local.Value) * magnitudes[local.Place]);
        }

        return magnitudes[^1];
    }

    private static bool AgreesNumerically(Expression f, Place place, Func<Expression, string, (string Name, double Value)[], double> derivative)
    {
        var at = place.For(f);
        var value = f.Evaluate(at);
        return f.Variables.All(name =>
        {
            var numeric = CentralDifference.At(offset => f.Evaluate([.. at.Select(pair => (pair.Name, pair.Value + (string.Equals(pair.Name, name, StringComparison.Ordinal) ? offset : 0)))]), value);
            var scale = Math.Max(1, Math.Max(Math.Abs(value), Math.Abs(numeric.Value)));
            return numeric.IsKink || Math.Abs(derivative(f, name, at) - numeric.Value) <= NumericTolerance * scale;
        });
    }

    private static bool KeepsTheValue(Expression before, Expression after, Place place)
    {
        var expected = before.Evaluate(place.For(before));
        var actual = after.Evaluate(place.For(after));
        return double.IsNaN(expected) ? double.IsNaN(actual) : BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(actual);
    }

    /// <summary>Whether one expression in vectors has the bits of another at single numbers: at all widths, over blocks' ends, in both precisions.</summary>
    private static bool VectorsAgree(Expression vectors, Expression singles, int seed)
    {
        // Two variables are what programs have.
        var (inVectors, alone) = (WithoutZ(vectors), WithoutZ(singles));
        var program = VectorProgram.Of(inVectors, "x", "y");
        var random = new Random(seed);
        foreach (var length in new[] { 1, 3, 17, 300 })
        {
            var x = Numbers(random, length);
            var y = Numbers(random, length);
            var expected = x.Zip(y, (first, second) => alone.Evaluate(new Place(first, second, 0).For(alone))).ToArray();
            var expectedSingle = x.Zip(y, (first, second) => alone.Evaluate(new Place(first, second, 0).ForSingle(alone))).ToArray();
            var (xSingle, ySingle) = (x.Select(value => (float)value).ToArray(), y.Select(value => (float)value).ToArray());
            foreach (var width in Widths.All)
            {
                var (actual, actualSingle) = (new double[length], new float[length]);
                program.Run<double>(x, y, actual, new Execution { Width = width });
                program.Run<float>(xSingle, ySingle, actualSingle, new Execution { Width = width });
                if (!expected.Zip(actual).All(pair => double.IsNaN(pair.First) ? double.IsNaN(pair.Second) : BitConverter.DoubleToInt64Bits(pair.First) == BitConverter.DoubleToInt64Bits(pair.Second))
                    || !expectedSingle.Zip(actualSingle).All(pair => float.IsNaN(pair.First) ? float.IsNaN(pair.Second) : BitConverter.SingleToInt32Bits(pair.First) == BitConverter.SingleToInt32Bits(pair.Second)))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static double[] Numbers(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.Next(12) switch
    {
        0 => 0.0,
        1 => -0.0,
        2 => double.PositiveInfinity,
        3 => double.NaN,
        4 => 1e5 * random.NextDouble(),
        _ => (4 * random.NextDouble()) - 2,
    })];

    private static Expression WithoutZ(Expression expression) => Formula.Of($"z = x * y - 1; {expression}");

    private static double Filled(Expression expression, Place place) => expression.Evaluate(place.For(expression));
}
