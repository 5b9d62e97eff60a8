namespace Functional.Numerics.Tests.Expressions;

using System;
using System.Linq;
using Functional.Numerics.Expressions;
using Xunit;
using static Functional.Numerics.Expressions.Express;

public sealed class ExpressionTests
{
    private static readonly Expression X = Variable("x");
    private static readonly Expression W = Variable("w");
    private static readonly Expression B = Variable("b");

    [Fact]
    public void Operators_read_like_mathematics()
    {
        var f = 1 / (1 + Exp(-((W * X) + B)));
        Assert.Equal("1 / (1 + exp(-(w * x + b)))", f.ToString());
        Assert.Equal(["b", "w", "x"], f.Variables);
        Assert.Equal(0.5, f.Evaluate(("x", 1.0), ("w", 0.0), ("b", 0.0)));
        Assert.Equal(0.5f, f.Evaluate(("x", 1.0f), ("w", 0.0f), ("b", 0.0f)));
        Assert.Equal((1.0, 0.0), (Where(X > 0, X, 0).Evaluate(("x", 1.0)), Where(X > 0, X, 0).Evaluate(("x", -1.0))));
        Assert.Equal((1.0, 1.0), ((X >= 1).Evaluate(("x", 1.0)), (X <= 1).Evaluate(("x", 1.0))));
    }

    [Fact]
    public void Equality_is_that_of_structure()
    {
        Assert.Equal(Exp(X + 1), Exp(Variable("x") + 1));
        Assert.Equal(Exp(X + 1).GetHashCode(), Exp(Variable("x") + 1).GetHashCode());
        Assert.NotEqual(Exp(X + 1), Exp(1 + X));
        Assert.NotEqual<Expression>(0.0, -0.0);
        Assert.NotEqual(X, W);
        Assert.NotEqual(Sin(X), Cos(X));
        Assert.NotEqual(X - W, X + W);
        Assert.NotEqual(Where(X, W, B), Where(X, B, W));
        Assert.True(Exp(X) == Exp(Variable("x")));
        Assert.False(Exp(X).Equals(null));
    }

    [Fact]
    public void Missing_unknown_and_repeated_names_are_told_together()
    {
        var fault = Assert.Throws<ArgumentException>(() => ((W * X) + B).Evaluate(("x", 1.0), ("x", 2.0), ("u", 3.0)));
        Assert.StartsWith("The expression has the variables b, w, x: x has more than one value; b has no value; w has no value; u is no variable of it.", fault.Message, StringComparison.Ordinal);
        Assert.StartsWith("The expression has no variables: x is no variable of it.", Assert.Throws<ArgumentException>(() => ((Expression)1).Gradient(("x", 1.0))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_constants_and_names_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => (Expression)double.NaN);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Expression.Unary((UnaryFunction)99, X));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Expression.Binary((BinaryFunction)99, X, X));
        foreach (var name in new[] { "", "1x", "x y", "exp", "where", "pi", "a-b" })
        {
            Assert.Throws<ArgumentException>(() => Variable(name));
        }
    }

    [Fact]
    public void Depth_is_bounded_by_memory_alone()
    {
        var (sum, nested) = (X, X);
        for (var i = 0; i < 10_000; i++)
        {
            (sum, nested) = (X + (0.5 * sum), Sin(nested));
        }

        foreach (var deep in new[] { sum, nested })
        {
            Assert.True(double.IsFinite(deep.Evaluate(("x", 0.3))));
            var (_, gradient) = deep.Gradient(("x", 0.3));
            Assert.Equal(gradient["x"], deep.Slope("x", ("x", 0.3)).Slope, 1e-12);
            Assert.Equal(gradient["x"], Filled(deep.Derivative("x"), 0.3), 1e-12);
            Assert.Equal(deep.Evaluate(("x", 0.3)), deep.Simplified().Evaluate(("x", 0.3)));
            Assert.Equal(deep, Formula.Of(deep.ToString()));
            Assert.Equal(deep.PartCount, deep.Explain(("x", 0.3)).Parts.Count);
        }
    }

    [Fact]
    public void Doubling_stays_linear()
    {
        var chain = X;
        for (var i = 0; i < 60; i++)
        {
            chain = (chain * chain) + (0.1 * chain);
        }

        Assert.Equal(1 + 1 + (3 * 60), chain.PartCount);
        Assert.Equal(1, chain.Gradient(("x", 0.9)).Gradient["x"] / chain.Slope("x", ("x", 0.9)).Slope, 1e-12);
        Assert.Equal(1, chain.Derivative("x").Evaluate(("x", 0.9)) / chain.Slope("x", ("x", 0.9)).Slope, 1e-12);
        Assert.InRange(chain.Derivative("x").PartCount, 100, 1000);
        var text = chain.ToString();
        Assert.StartsWith("t1 = x * x + 0.1 * x; t2 = t1 * t1 + 0.1 * t1; ", text, StringComparison.Ordinal);
        Assert.InRange(text.Length, 1000, 5000);
        Assert.Equal(chain, Formula.Of(text));
        Assert.Equal(chain, chain.Simplified());
    }

    [Fact]
    public void Equal_parts_count_once_even_where_they_were_made_twice() => Assert.Equal(4, (Exp(X * X) + Exp(Variable("x") * X)).PartCount);

    [Fact]
    public void At_kinks_the_derivative_is_the_one_that_is_told()
    {
        Assert.Equal(0.0, Abs(X).Slope("x", ("x", 0.0)).Slope);
        Assert.Equal(0.5, Max(X, 0).Slope("x", ("x", 0.0)).Slope);
        Assert.Equal(1.0, Min(X, X * 1).Slope("x", ("x", 2.0)).Slope);
        Assert.Equal(0.0, Where(X > 0, X, 0).Slope("x", ("x", 0.0)).Slope);
        Assert.Equal(0.0, (X < 1).Slope("x", ("x", 1.0)).Slope);
        foreach (var kinked in new[] { Abs(X), Max(X, 0), Min(X, X * 1), Where(X > 0, X, 0), X <= 0, Power(X, 0), Power(X, 1), Power(X, X) })
        {
            var slope = kinked.Slope("x", ("x", 0.0)).Slope;
            Assert.Equal(slope, kinked.Gradient(("x", 0.0)).Gradient["x"]);
            Assert.Equal(slope, Filled(kinked.Derivative("x"), 0.0));
        }
    }

    [Fact]
    public void A_branch_that_is_not_taken_spoils_no_derivative()
    {
        var f = Where(X > 0, Sqrt(X) * Log(X), 3 * X);
        Assert.Equal(3.0, f.Gradient(("x", -1.0)).Gradient["x"]);
        Assert.Equal(3.0, f.Slope("x", ("x", -1.0)).Slope);
        Assert.Equal(3.0, f.Derivative("x").Evaluate(("x", -1.0)));
        Assert.Equal(1.0, Max(X, Log(X)).Gradient(("x", 0.0)).Gradient["x"]);
    }

    [Fact]
    public void Outside_their_domain_functions_are_not_numbers()
    {
        Assert.True(double.IsNaN(Log(X).Evaluate(("x", -1.0))));
        Assert.True(double.IsNaN(Sqrt(X).Evaluate(("x", -1.0))));
        Assert.True(double.IsNegativeInfinity(Log(X).Evaluate(("x", 0.0))));
        Assert.True(double.IsNaN(Power(X, 0.5).Evaluate(("x", -1.0))));
    }

    [Fact]
    public void A_direction_is_a_combination_of_variables()
    {
        var f = Sin(X * W) + Exp(B);
        (string, double)[] place = [("x", 0.4), ("w", -1.2), ("b", 0.3)];
        var (_, gradient) = f.Gradient(place);
        var along = f.Along([("x", 2.0), ("w", -1.0), ("unknown", 5.0)], place);
        Assert.Equal((2 * gradient["x"]) - gradient["w"], along.Slope, 1e-15);
        Assert.Equal(f.Evaluate(place), along.Value);
    }

    [Fact]
    public void A_derivative_by_a_name_that_is_not_there_is_zero()
    {
        Assert.Equal<Expression>(0, Sin(X).Derivative("y"));
        Assert.Equal(0.0, Sin(X).Slope("y", ("x", 1.0)).Slope);
    }

    private static double Filled(Expression expression, double x) => expression.Evaluate([.. expression.Variables.Select(name => (name, x))]);
}
