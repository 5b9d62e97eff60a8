namespace Functional.Numerics.Expressions;

using System;
using static Functional.Numerics.Expressions.Express;

/// <summary>Derivatives as expressions, part by part in the order of evaluation.</summary>
internal static class SymbolicDerivative
{
    private const double TwoOverSquareRootOfPi = 1.12837916709551257390;

    private static readonly Expression One = 1;

    /// <summary>The derivative by a variable.</summary>
    public static Expression Of(Expression expression, string variable)
    {
        var order = EvaluationOrder.Of(expression);

        // Nothing stands for the derivative of what does not depend on the variable.
        var slopes = new Expression?[order.Count];
        for (var place = 0; place < order.Count; place++)
        {
            var (part, first, second, third) = order[place];
            slopes[place] = part switch
            {
                Expression.Variable own when string.Equals(own.Name, variable, StringComparison.Ordinal) => One,
                Expression.Unary unary when slopes[first] is { } slope => Of(unary, slope),
                Expression.Binary binary => Of(binary, slopes[first], slopes[second]),
                Expression.Choice choice => Chosen(choice.Condition, slopes[second], slopes[third]),
                _ => null,
            };
        }

        return slopes[^1] ?? 0;
    }

    private static Expression Of(Expression.Unary y, Expression slope)
    {
        var x = y.Operand;
        return y.Function switch
        {
            UnaryFunction.Negate => -slope,
            UnaryFunction.Exp => Times(y, slope),
            UnaryFunction.Log => slope / x,
            UnaryFunction.Sqrt => Times(0.5 / y, slope),
            UnaryFunction.Sin => Times(Cos(x), slope),
            UnaryFunction.Cos => Times(-Sin(x), slope),
            UnaryFunction.Tanh => Times(1 - (y * y), slope),
            UnaryFunction.Sigmoid => Times(y * (1 - y), slope),
            UnaryFunction.Softplus => Times(Sigmoid(x), slope),
            UnaryFunction.Erf => Times(TwoOverSquareRootOfPi * Exp(-(x * x)), slope),
            _ => Where(x < 0, -slope, Where(0 < x, slope, 0)),
        };
    }

    private static Expression? Of(Expression.Binary z, Expression? left, Expression? right)
    {
        var (x, y) = (z.Left, z.Right);
        if (left is null && right is null)
        {
            return null;
        }

        return z.Function switch
        {
            BinaryFunction.Add => Sum(left, right),
            BinaryFunction.Subtract => Difference(left, right),
            BinaryFunction.Multiply => Sum(left is null ? null : Times(y, left), right is null ? null : Times(x, right)),
            BinaryFunction.Divide => Difference(left is null ? null : left / y, right is null ? null : Times(z / y, right)),
            BinaryFunction.Power => Sum(left is null ? null : Times(ByBase(x, y), left), right is null ? null : Times(ByExponent(z, x, y), right)),
            BinaryFunction.Max => Where(y < x, left ?? 0, Where(x < y, right ?? 0, Half(left, right))),
            BinaryFunction.Min => Where(x < y, left ?? 0, Where(y < x, right ?? 0, Half(left, right))),
            _ => null,
        };
    }

    private static Expression? Chosen(Expression condition, Expression? whenTrue, Expression? whenFalse) =>
        whenTrue is null && whenFalse is null ? null : Where(condition, whenTrue ?? 0, whenFalse ?? 0);

    private static Expression ByBase(Expression x, Expression y) => y switch
    {
        Expression.Constant { Value: 0 } => 0,
        Expression.Constant { Value: 1 } => 1,
        Expression.Constant { Value: 2 } => 2 * x,
        Expression.Constant constant => constant * Power(x, constant.Value - 1),
        _ => Where(Equal(y, 0), 0, y * Power(x, y - 1)),
    };

    private static Expression ByExponent(Expression z, Expression x, Expression y)
    {
        var slope = z * Log(x);
        return x is Expression.Constant { Value: not 0 } ? slope : Where(Equal(x, 0), Where(0 < y, 0, slope), slope);
    }

    private static Expression Half(Expression? left, Expression? right) => 0.5 * (Sum(left, right) ?? 0);

    private static Expression Times(Expression factor, Expression slope) => slope is Expression.Constant { Value: 1 } ? factor : factor * slope;

    private static Expression? Sum(Expression? left, Expression? right) => left is null ? right : right is null ? left : left + right;

    private static Expression? Difference(Expression? left, Expression? right) => right is null ? left : left is null ? -right : left - right;
}
