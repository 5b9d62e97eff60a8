namespace Functional.Numerics.Tests.Expressions;

using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Functional.Numerics.Expressions;
using static Functional.Numerics.Expressions.Express;

/// <summary>An expression of any kind.</summary>
public sealed record Any(Expression Expression);

/// <summary>An expression that has all derivatives everywhere and whose parts stay of order 1.</summary>
public sealed record Smooth(Expression Expression);

/// <summary>Values for the variables x, y and z.</summary>
public sealed record Place(double X, double Y, double Z)
{
    /// <summary>Those that an expression has.</summary>
    public (string Name, double Value)[] For(Expression expression) =>
        [.. expression.Variables.Select(name => (name, name switch { "x" => X, "y" => Y, _ => Z }))];

    public (string Name, float Value)[] ForSingle(Expression expression) => [.. For(expression).Select(pair => (pair.Name, (float)pair.Value))];
}

/// <summary>Random expressions of x, y and z, and places to evaluate them at.</summary>
public static class RandomExpressions
{
    private static readonly double[] Special =
        [0.0, -0.0, 1.0, -1.0, 2.0, -0.5, 3.0, double.PositiveInfinity, double.NegativeInfinity, double.NaN, double.Epsilon, -double.Epsilon, 1e300, -1e300, 1e-300];

    public static Arbitrary<Any> Any => Arb.From(Gen.Sized(size => Wild(Math.Min(size, 40))).Select(expression => new Any(expression)), any => Smaller(any.Expression).Select(simpler => new Any(simpler)));

    public static Arbitrary<Smooth> Smooth => Arb.From(Gen.Sized(size => Mild(Math.Min(size, 12))).Select(expression => new Smooth(expression)), smooth => Smaller(smooth.Expression).Select(simpler => new Smooth(simpler)));

    /// <summary>Numbers of order 1.</summary>
    public static Arbitrary<Place> Place => Arb.From(Number().ArrayOf(3).Select(three => new Place(three[0], three[1], three[2])));

    /// <summary>A special number now and then.</summary>
    public static Gen<double> AnyNumber { get; } = Gen.Frequency((3, Number()), (1, Gen.Elements(Special)));

    /// <summary>Operands, and the same with smaller operands.</summary>
    public static IEnumerable<Expression> Smaller(Expression expression) => expression switch
    {
        Expression.Unary unary => new[] { unary.Operand }.Concat(Smaller(unary.Operand).Select(operand => new Expression.Unary(unary.Function, operand))),
        Expression.Binary binary => new[] { binary.Left, binary.Right }
            .Concat(Smaller(binary.Left).Select(left => new Expression.Binary(binary.Function, left, binary.Right)))
            .Concat(Smaller(binary.Right).Select(right => new Expression.Binary(binary.Function, binary.Left, right))),
        Expression.Choice choice => [choice.WhenTrue, choice.WhenFalse, choice.Condition],
        _ => [],
    };

    private static Gen<double> Number() => Gen.Choose(-2_000_000, 2_000_000).Select(number => number / 1e6);

    private static Gen<Expression> Leaf => Gen.Frequency(
        (4, Gen.Elements("x", "y", "z").Select(Variable)),
        (1, Gen.Elements(Special.Where(double.IsFinite).ToArray()).Select(value => (Expression)value)),
        (1, Number().Select(value => (Expression)Math.Round(value, 2))));

    private static Gen<Expression> Wild(int size)
    {
        if (size <= 1)
        {
            return Leaf;
        }

        var half = Wild(size / 2);
        return Gen.Frequency(
            (1, Leaf),
            (6, Gen.Elements(Enum.GetValues<UnaryFunction>()).SelectMany(function => Wild(size - 1).Select(Expression (x) => new Expression.Unary(function, x)))),
            (12, from function in Gen.Elements(Enum.GetValues<BinaryFunction>()) from left in half from right in half select (Expression)new Expression.Binary(function, left, right)),
            (2, from x in half select x * x),
            (2, from x in half from exponent in Gen.Elements(-2.0, -1.0, 0.0, 0.5, 1.0, 2.0, 3.0, 4.0) select Power(x, exponent)),
            (2, from condition in Wild(size / 3) from first in Wild(size / 3) from second in Wild(size / 3) select Where(condition, first, second)));
    }

    private static Gen<Expression> Mild(int size)
    {
        if (size <= 1)
        {
            return Gen.Frequency(
                (4, Gen.Elements("x", "y", "z").Select(Variable)),
                (1, Number().Select(value => (Expression)(Math.Round(value, 2) / 2))));
        }

        var half = Mild(size / 2);
        var less = Mild(size - 1);
        return Gen.OneOf(
            from left in half from right in half select left + right,
            from left in half from right in half select left - right,
            from left in half from right in half select Tanh(left) * right,
            from left in half from right in half select left / (2 + Sin(right)),
            from x in less select -x,
            from x in less select Exp(Sin(x)),
            from x in less select Log(2 + Cos(x)),
            from x in less select Sqrt(1.5 + Sin(x)),
            from x in less select Sin(x),
            from x in less select Cos(x),
            from x in less select Tanh(x),
            from x in less select Sigmoid(x),
            from x in less select Softplus(x),
            from x in less select Erf(x),
            from left in half from right in half select Power(2 + Tanh(left), Tanh(right)),
            from x in half select Power(Tanh(x), 3),
            from x in half select Tanh(x) * Sigmoid(x));
    }
}
