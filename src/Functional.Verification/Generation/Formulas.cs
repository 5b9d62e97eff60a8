namespace Functional.Verification;

using FsCheck;
using FsCheck.Fluent;
using Functional.Networks;
using Functional.Numerics.Expressions;
using static Functional.Numerics.Expressions.Express;

/// <summary>Generates expressions for activations and losses: mostly smooth ones whose values stay of the order of their arguments.</summary>
internal static class Formulas
{
    /// <summary>Of one variable x.</summary>
    public static Gen<Expression> Activation { get; } = Gen.Frequency(
        (5, Smooth),
        (2, Smooth.Zip(Smooth, (left, right) => left + right)),
        (1, Smooth.Zip(Smooth, (left, right) => left - (0.5 * Tanh(right)))),
        (2, Smooth.Zip(Smooth, (left, right) => left * Sigmoid(right))),
        (1, from outer in Smooth from expression in Smooth select Sin(expression) + outer),
        (2, Kinked));

    /// <summary>Of output and target.</summary>
    public static Gen<Expression> Loss { get; } = Gen.OneOf(
        Gen.Constant(Power(Difference, 2)),
        Gen.Constant(Softplus(2 * Difference) - Difference),
        Numbers.Hundredths(20, 200).Select(delta => (delta * delta) * (Sqrt(1 + ((Difference / delta) * (Difference / delta))) - 1)),
        Numbers.Hundredths(-50, 50).Select(a => Exp(a * Tanh(Difference)) + (0.5 * Difference * Difference)),
        Gen.Constant(Difference * Tanh(Difference)),
        Gen.Constant(1 - Exp(-(Difference * Difference) / 2)),
        Gen.Constant(Log(2 + Sin(Difference)) + (Difference * Difference * Sigmoid(Variable(ExpressionLoss.Output)))),
        Numbers.Hundredths(5, 95).Select(quantile => Max(quantile * Difference, (quantile - 1) * Difference)),
        Gen.Constant(Where(Abs(Difference) < 1, 0.5 * Difference * Difference, Abs(Difference) - 0.5)));

    private static Expression X => Variable("x");

    private static Expression Difference => Variable(ExpressionLoss.Output) - Variable(ExpressionLoss.Target);

    private static Gen<double> Factor => Numbers.Hundredths(-150, 150);

    private static Gen<Expression> Smooth => Gen.OneOf(
        Factor.Select(a => Tanh(a * X)),
        Factor.Select(a => Sin(a * X)),
        Factor.Select(a => Cos(X + a)),
        Factor.Select(a => X * Sigmoid(a * X)),
        Factor.Select(a => Erf(a * X) / 2),
        Factor.Select(a => Softplus(a + X)),
        Factor.Select(a => Log(2 + Cos(a * X))),
        Gen.Constant(Sqrt(1.5 + (X * X)) - X),
        Gen.Constant(X / (1 + Exp(-X))),
        Gen.Constant(X * Tanh(Softplus(X))),
        Gen.Constant(0.5 * X * (1 + Tanh(Sqrt(0.6366197723675814) * (X + (0.044715 * Power(X, 3)))))),
        Gen.Constant(Power(2 + Tanh(X), -1.5)));

    private static Gen<Expression> Kinked => Gen.OneOf(
        Factor.Select(a => Max(X, a * X)),
        Factor.Select(a => Where(X > 0, X, a * (Exp(X) - 1))),
        Gen.Constant(Abs(X) / (1 + Abs(X))),
        Gen.Constant(Max(Min(X, 1), -1)));
}
