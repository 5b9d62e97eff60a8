namespace Functional.Numerics.Expressions;

/// <summary>The functions that expressions are written with: <c>using static Functional.Numerics.Expressions.Express;</c>.</summary>
public static class Express
{
    /// <summary>A variable.</summary>
    /// <param name="name">A letter or underscore, then letters, digits and underscores; no function's name.</param>
    public static Expression Variable(string name) => new Expression.Variable(name);

    /// <summary><c>eˣ</c>.</summary>
    public static Expression Exp(Expression x) => new Expression.Unary(UnaryFunction.Exp, x);

    /// <summary><c>ln x</c>.</summary>
    public static Expression Log(Expression x) => new Expression.Unary(UnaryFunction.Log, x);

    /// <summary><c>√x</c>.</summary>
    public static Expression Sqrt(Expression x) => new Expression.Unary(UnaryFunction.Sqrt, x);

    /// <summary><c>sin x</c>.</summary>
    public static Expression Sin(Expression x) => new Expression.Unary(UnaryFunction.Sin, x);

    /// <summary><c>cos x</c>.</summary>
    public static Expression Cos(Expression x) => new Expression.Unary(UnaryFunction.Cos, x);

    /// <summary><c>tanh x</c>.</summary>
    public static Expression Tanh(Expression x) => new Expression.Unary(UnaryFunction.Tanh, x);

    /// <summary><c>1 / (1 + e⁻ˣ)</c>.</summary>
    public static Expression Sigmoid(Expression x) => new Expression.Unary(UnaryFunction.Sigmoid, x);

    /// <summary><c>ln(1 + eˣ)</c>.</summary>
    public static Expression Softplus(Expression x) => new Expression.Unary(UnaryFunction.Softplus, x);

    /// <summary>The error function.</summary>
    public static Expression Erf(Expression x) => new Expression.Unary(UnaryFunction.Erf, x);

    /// <summary><c>|x|</c>.</summary>
    public static Expression Abs(Expression x) => new Expression.Unary(UnaryFunction.Abs, x);

    /// <summary><c>xʸ</c>.</summary>
    public static Expression Power(Expression x, Expression y) => new Expression.Binary(BinaryFunction.Power, x, y);

    /// <summary>The larger of two.</summary>
    public static Expression Max(Expression x, Expression y) => new Expression.Binary(BinaryFunction.Max, x, y);

    /// <summary>The smaller of two.</summary>
    public static Expression Min(Expression x, Expression y) => new Expression.Binary(BinaryFunction.Min, x, y);

    /// <summary>1 where two are equal, otherwise 0: <c>==</c> on expressions asks whether they are the same formula.</summary>
    public static Expression Equal(Expression x, Expression y) => new Expression.Binary(BinaryFunction.Equal, x, y);

    /// <summary>The first where the condition is not 0, otherwise the second: <c>Where(x > 0, x, 0)</c>.</summary>
    public static Expression Where(Expression condition, Expression whenTrue, Expression whenFalse) => new Expression.Choice(condition, whenTrue, whenFalse);
}
