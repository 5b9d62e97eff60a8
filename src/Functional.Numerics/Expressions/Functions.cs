namespace Functional.Numerics.Expressions;

using System.Numerics;
using Functional.Numerics.Elementary;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Elementwise.Operations;
using Functional.Numerics.Lanes;

/// <summary>The values of functions at single numbers, with the bits that they have in vectors.</summary>
internal static class Functions
{
    /// <summary>The value of a function of one number.</summary>
    public static T Of<T>(UnaryFunction function, T x)
        where T : struct, IFloatingPointIeee754<T> => function switch
        {
            UnaryFunction.Negate => Elements.Apply(default(Negate<T>), x),
            UnaryFunction.Exp => Elements.Apply(default(Exp<T>), x),
            UnaryFunction.Log => Elements.Apply(default(Log<T>), x),
            UnaryFunction.Sqrt => Elements.Apply(default(SquareRoot<T>), x),
            UnaryFunction.Sin => Elements.Apply(default(Sin<T>), x),
            UnaryFunction.Cos => Elements.Apply(default(Cos<T>), x),
            UnaryFunction.Tanh => Elements.Apply(default(Tanh<T>), x),
            UnaryFunction.Sigmoid => Elements.Apply(default(Sigmoid<T>), x),
            UnaryFunction.Softplus => Elements.Apply(default(Softplus<T>), x),
            UnaryFunction.Erf => Elements.Apply(default(Erf<T>), x),
            _ => Elements.Apply(default(Magnitude<T>), x),
        };

    /// <summary>The value of a function of two numbers.</summary>
    public static T Of<T>(BinaryFunction function, T x, T y)
        where T : struct, IFloatingPointIeee754<T> => function switch
        {
            BinaryFunction.Add => x + y,
            BinaryFunction.Subtract => x - y,
            BinaryFunction.Multiply => x * y,
            BinaryFunction.Divide => x / y,
            BinaryFunction.Power => Apply(default(Power<T>), x, y),
            BinaryFunction.Max => Apply(default(Larger<T>), x, y),
            BinaryFunction.Min => Apply(default(Smaller<T>), x, y),
            BinaryFunction.Less => x < y ? T.One : T.Zero,
            BinaryFunction.LessOrEqual => x <= y ? T.One : T.Zero,
            _ => x == y ? T.One : T.Zero,
        };

    private static T Apply<T, TOperation>(TOperation operation, T x, T y)
        where T : struct, IFloatingPointIeee754<T>
        where TOperation : struct, IBinaryOperation<T> => operation.Invoke(new ScalarLanes<T>(x), new ScalarLanes<T>(y)).Value;
}
