namespace Functional.Numerics.Expressions;

using System.Numerics;

/// <summary>The derivatives of functions by their operands, at single numbers.</summary>
internal static class Slopes
{
    private const double TwoOverSquareRootOfPi = 1.12837916709551257390;

    /// <summary>The derivative of a function of one number.</summary>
    /// <param name="function">The function.</param>
    /// <param name="x">The argument.</param>
    /// <param name="y">The value.</param>
    public static T Of<T>(UnaryFunction function, T x, T y)
        where T : struct, IFloatingPointIeee754<T> => function switch
        {
            UnaryFunction.Negate => -T.One,
            UnaryFunction.Exp => y,
            UnaryFunction.Log => T.One / x,
            UnaryFunction.Sqrt => T.CreateTruncating(0.5) / y,
            UnaryFunction.Sin => Functions.Of(UnaryFunction.Cos, x),
            UnaryFunction.Cos => -Functions.Of(UnaryFunction.Sin, x),
            UnaryFunction.Tanh => T.One - (y * y),
            UnaryFunction.Sigmoid => y * (T.One - y),
            UnaryFunction.Softplus => Functions.Of(UnaryFunction.Sigmoid, x),
            UnaryFunction.Erf => T.CreateTruncating(TwoOverSquareRootOfPi) * Functions.Of(UnaryFunction.Exp, -(x * x)),
            _ => x < T.Zero ? -T.One : x > T.Zero ? T.One : T.Zero,
        };

    /// <summary>The derivatives of a function of two numbers.</summary>
    /// <param name="function">The function.</param>
    /// <param name="x">The first argument.</param>
    /// <param name="y">The second argument.</param>
    /// <param name="z">The value.</param>
    public static (T First, T Second) Of<T>(BinaryFunction function, T x, T y, T z)
        where T : struct, IFloatingPointIeee754<T> => function switch
        {
            BinaryFunction.Add => (T.One, T.One),
            BinaryFunction.Subtract => (T.One, -T.One),
            BinaryFunction.Multiply => (y, x),
            BinaryFunction.Divide => (T.One / y, -(z / y)),
            BinaryFunction.Power => (ByBase(x, y), ByExponent(x, y, z)),
            BinaryFunction.Max => Shares<T>(y < x, x < y),
            BinaryFunction.Min => Shares<T>(x < y, y < x),
            _ => (T.Zero, T.Zero),
        };

    /// <summary>Whether a function hands on derivatives only to operands that its value comes from: the others get none, even where their own are not finite.</summary>
    public static bool Selects(BinaryFunction function) =>
        function is BinaryFunction.Max or BinaryFunction.Min or BinaryFunction.Less or BinaryFunction.LessOrEqual or BinaryFunction.Equal;

    /// <summary>y · x^(y − 1), and 0 where y is 0.</summary>
    private static T ByBase<T>(T x, T y)
        where T : struct, IFloatingPointIeee754<T> => y == T.Zero ? T.Zero : y * Functions.Of(BinaryFunction.Power, x, y - T.One);

    /// <summary>x^y · ln x, and its limit 0 where x is 0 and y above 0.</summary>
    private static T ByExponent<T>(T x, T y, T z)
        where T : struct, IFloatingPointIeee754<T> => x == T.Zero && y > T.Zero ? T.Zero : z * Functions.Of(UnaryFunction.Log, x);

    private static (T First, T Second) Shares<T>(bool first, bool second)
        where T : struct, IFloatingPointIeee754<T>
    {
        var half = T.CreateTruncating(0.5);
        return first ? (T.One, T.Zero) : second ? (T.Zero, T.One) : (half, half);
    }
}
