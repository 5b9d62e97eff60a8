namespace Functional.Numerics.Expressions;

using System;
using static Functional.Numerics.Expressions.Express;

/// <summary>Makes expressions smaller by identities that hold for every IEEE 754 number: infinities, NaN and signed zeros included.</summary>
/// <remarks>
/// <para>The value of the result is that of the expression, bit for bit in double precision (NaN stays NaN, its sign and payload may differ). In
/// single precision, too, but for constants: what has only constant operands is computed in double precision and then rounded.</para>
/// <list type="bullet">
/// <item><description>What has only constant operands and a finite value is that value.</description></item>
/// <item><description>x + (−0) = x − 0 = x; 1·x = x·1 = x/1 = x; (−1)·x = x·(−1) = x/(−1) = −x.</description></item>
/// <item><description>−(−x) = x; x + (−y) = x − y; (−x) + y = y − x; x − (−y) = x + y; (−x)·(−y) = x·y; (−x)/(−y) = x/y; (−x)·y = x·(−y) = −(x·y); (−x)/y = x/(−y) = −(x/y).</description></item>
/// <item><description>x/2ⁿ = x·2⁻ⁿ for |n| ≤ 100, since both round the same number.</description></item>
/// <item><description>x^1 = x, x^0 = 1, 1^x = 1 (IEEE 754-2008 has these for NaN, too).</description></item>
/// <item><description>|−x| = |x|, ||x|| = |x|; tanh, erf and sin of −x are −tanh x, −erf x and −sin x, cos(−x) = cos x: our functions are odd and even to the bit.</description></item>
/// <item><description>max(x, x) = min(x, x) = x; of a choice whose condition is constant what is taken; of one with equal sides that side.</description></item>
/// </list>
/// <para>Not used, because IEEE 754 has numbers for which they are false: x + 0 = x (of −0 it is +0), 0·x = 0 (infinities, NaN, negative numbers),
/// x − x = 0 and x/x = 1 (infinities, NaN, 0), x·y/y = x and all that orders sums and products anew (rounding), √(x²) = |x| (overflow), exp(log x) =
/// x and log(exp x) = x (rounding, range), (xᵃ)ᵇ = xᵃᵇ (rounding, signs).</para>
/// </remarks>
public static class Simplification
{
    private const int LargestPower = 100;

    /// <summary>A smaller expression with the same value, or the expression itself.</summary>
    /// <param name="expression">The expression.</param>
    public static Expression Of(Expression expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        var order = EvaluationOrder.Of(expression);
        var simple = new Expression[order.Count];
        for (var place = 0; place < order.Count; place++)
        {
            var (part, first, second, third) = order[place];
            simple[place] = part switch
            {
                Expression.Unary unary => Of(unary.Function, simple[first]),
                Expression.Binary binary => Of(binary.Function, simple[first], simple[second]),
                Expression.Choice => Of(simple[first], simple[second], simple[third]),
                _ => part,
            };
        }

        return simple[^1];
    }

    private static Expression Of(UnaryFunction function, Expression x)
    {
        if (x is Expression.Constant constant && Functions.Of(function, constant.Value) is var value && double.IsFinite(value))
        {
            return value;
        }

        return (function, x) switch
        {
            (UnaryFunction.Negate, Expression.Unary { Function: UnaryFunction.Negate } inner) => inner.Operand,
            (UnaryFunction.Abs, Expression.Unary { Function: UnaryFunction.Abs }) => x,
            (UnaryFunction.Abs or UnaryFunction.Cos, Expression.Unary { Function: UnaryFunction.Negate } inner) => Of(function, inner.Operand),
            (UnaryFunction.Tanh or UnaryFunction.Erf or UnaryFunction.Sin, Expression.Unary { Function: UnaryFunction.Negate } inner) => -new Expression.Unary(function, inner.Operand),
            _ => new Expression.Unary(function, x),
        };
    }

    private static Expression Of(BinaryFunction function, Expression x, Expression y)
    {
        if (x is Expression.Constant left && y is Expression.Constant right && Functions.Of(function, left.Value, right.Value) is var value && double.IsFinite(value))
        {
            return value;
        }

        return (function switch
        {
            BinaryFunction.Add => Sum(x, y),
            BinaryFunction.Subtract => Difference(x, y),
            BinaryFunction.Multiply => Product(x, y),
            BinaryFunction.Divide => Quotient(x, y),
            BinaryFunction.Power => PowerOf(x, y),
            BinaryFunction.Max or BinaryFunction.Min when x == y => x,
            _ => null,
        }) ?? new Expression.Binary(function, x, y);
    }

    private static Expression Of(Expression condition, Expression whenTrue, Expression whenFalse) => condition switch
    {
        Expression.Constant constant => constant.Value == 0 ? whenFalse : whenTrue,
        _ when whenTrue == whenFalse => whenTrue,
        _ => Where(condition, whenTrue, whenFalse),
    };

    private static Expression? Sum(Expression x, Expression y)
    {
        if (IsMinusZero(y))
        {
            return x;
        }

        if (IsMinusZero(x))
        {
            return y;
        }

        return Opposite(y) is { } subtracted ? x - subtracted : Opposite(x) is { } other ? y - other : null;
    }

    private static Expression? Difference(Expression x, Expression y) => y is Expression.Constant constant && constant.Value == 0 && !double.IsNegative(constant.Value)
        ? x
        : Opposite(y) is { } added ? x + added : null;

    private static Expression? Product(Expression x, Expression y) =>
        x is Expression.Constant first && Math.Abs(first.Value) == 1 ? Signed(first.Value, y)
        : y is Expression.Constant second && Math.Abs(second.Value) == 1 ? Signed(second.Value, x)
        : WithoutSigns(BinaryFunction.Multiply, x, y);

    private static Expression? Quotient(Expression x, Expression y)
    {
        if (y is Expression.Constant constant)
        {
            return Math.Abs(constant.Value) == 1 ? Signed(constant.Value, x) : IsPowerOfTwo(constant.Value) ? x * (1 / constant.Value) : null;
        }

        return WithoutSigns(BinaryFunction.Divide, x, y);
    }

    /// <summary>A product or quotient with the signs of its operands before it.</summary>
    private static Expression? WithoutSigns(BinaryFunction function, Expression x, Expression y) => (Opposite(x), Opposite(y)) switch
    {
        ({ } left, { } right) => Of(function, left, right),
        ({ } left, null) => Of(UnaryFunction.Negate, Of(function, left, y)),
        (null, { } right) => Of(UnaryFunction.Negate, Of(function, x, right)),
        _ => null,
    };

    private static Expression? PowerOf(Expression x, Expression y) => (x, y) switch
    {
        (_, Expression.Constant { Value: 0 }) or (Expression.Constant { Value: 1 }, _) => 1,
        (_, Expression.Constant { Value: 1 }) => x,
        _ => null,
    };

    private static Expression Signed(double sign, Expression x) => sign > 0 ? x : Of(UnaryFunction.Negate, x);

    /// <summary>What an opposite is the opposite of.</summary>
    private static Expression? Opposite(Expression x) => x is Expression.Unary { Function: UnaryFunction.Negate } opposite ? opposite.Operand : null;

    private static bool IsMinusZero(Expression x) => x is Expression.Constant constant && constant.Value == 0 && double.IsNegative(constant.Value);

    private static bool IsPowerOfTwo(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF) - 1023;
        return (bits & 0xFFFFFFFFFFFFFL) == 0 && Math.Abs(exponent) <= LargestPower;
    }
}
