namespace Functional.Numerics.Expressions;

using System;
using System.Collections.Generic;
using System.Numerics;

/// <summary>
/// A differentiable formula over named variables, as data: C#'s operators and <see cref="Express"/> write it like mathematics,
/// <c>1 / (1 + Exp(-(w * x + b)))</c>, and <see cref="Formula"/> reads and writes it as text.
/// </summary>
/// <remarks>
/// <para>Expressions are equal where they are made in the same way of equal parts. A part that occurs several times counts once: it is
/// evaluated once, differentiated once, and an expression of 60 doublings <c>x = x * x + x</c> has 120 parts, however many it would have written
/// out. Nothing here recurs, so depth is bounded by memory alone.</para>
/// <para>Every part is rounded by itself, by the library's own elementary functions: the same bits everywhere, one number at a time or in
/// vectors.</para>
/// <para>At a kink: |x| has the derivative 0 at 0; where both sides of max or min are equal each has half of the derivative; a comparison
/// has the derivative 0; of a choice only what is taken is differentiated.</para>
/// </remarks>
public abstract partial record Expression
{
    private readonly int hash;

    private protected Expression(int hash) => this.hash = hash;

    /// <summary>A number as an expression.</summary>
    /// <param name="value">The number, finite.</param>
    public static implicit operator Expression(double value) => new Constant(value);

    /// <summary>Sum.</summary>
    public static Expression operator +(Expression left, Expression right) => new Binary(BinaryFunction.Add, left, right);

    /// <summary>Difference.</summary>
    public static Expression operator -(Expression left, Expression right) => new Binary(BinaryFunction.Subtract, left, right);

    /// <summary>Product.</summary>
    public static Expression operator *(Expression left, Expression right) => new Binary(BinaryFunction.Multiply, left, right);

    /// <summary>Quotient.</summary>
    public static Expression operator /(Expression left, Expression right) => new Binary(BinaryFunction.Divide, left, right);

    /// <summary>Opposite.</summary>
    public static Expression operator -(Expression operand) => new Unary(UnaryFunction.Negate, operand);

    /// <summary>1 where the left side is smaller, otherwise 0.</summary>
    public static Expression operator <(Expression left, Expression right) => new Binary(BinaryFunction.Less, left, right);

    /// <summary>1 where the left side is larger, otherwise 0.</summary>
    public static Expression operator >(Expression left, Expression right) => new Binary(BinaryFunction.Less, right, left);

    /// <summary>1 where the left side is smaller or equal, otherwise 0.</summary>
    public static Expression operator <=(Expression left, Expression right) => new Binary(BinaryFunction.LessOrEqual, left, right);

    /// <summary>1 where the left side is larger or equal, otherwise 0.</summary>
    public static Expression operator >=(Expression left, Expression right) => new Binary(BinaryFunction.LessOrEqual, right, left);

    /// <summary>The names of the variables, in ordinal order.</summary>
    public IReadOnlyList<string> Variables => EvaluationOrder.Of(this).Variables;

    /// <summary>How many different parts the expression has, itself among them.</summary>
    public int PartCount => EvaluationOrder.Of(this).Count;

    /// <summary>Whether a part has kinks or jumps: abs, max, min, comparisons and choices.</summary>
    public bool HasKinks => EvaluationOrder.Of(this).HasKinks;

    /// <summary>The value.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="values">A value for each variable.</param>
    /// <exception cref="ArgumentException">A variable has no value or more than one, or there is a value for a name that is none of the variables.</exception>
    public T Evaluate<T>(params ReadOnlySpan<(string Name, T Value)> values)
        where T : struct, IFloatingPointIeee754<T> => Tape<T>.Of(this, values).Value;

    /// <summary>The value and the derivatives by all variables, by one pass forward and one backward (reverse mode; S. Linnainmaa 1970).</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="values">A value for each variable.</param>
    /// <exception cref="ArgumentException">A variable has no value or more than one, or there is a value for a name that is none of the variables.</exception>
    public (T Value, IReadOnlyDictionary<string, T> Gradient) Gradient<T>(params ReadOnlySpan<(string Name, T Value)> values)
        where T : struct, IFloatingPointIeee754<T>
    {
        var tape = Tape<T>.Of(this, values);
        return (tape.Value, tape.Gradient());
    }

    /// <summary>The value and the derivative by one variable, in one pass of dual numbers (forward mode; R. E. Wengert 1964).</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="variable">The variable to differentiate by; one that the expression lacks gives 0.</param>
    /// <param name="values">A value for each variable.</param>
    /// <exception cref="ArgumentException">A variable has no value or more than one, or there is a value for a name that is none of the variables.</exception>
    public Dual<T> Slope<T>(string variable, params ReadOnlySpan<(string Name, T Value)> values)
        where T : struct, IFloatingPointIeee754<T> => Tape<T>.Of(this, values).Along([(Given.NotNull(variable), T.One)]);

    /// <summary>The value and the derivative along a direction, in one pass of dual numbers.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="direction">How fast each variable moves; those left out stay. Names that the expression lacks are ignored.</param>
    /// <param name="values">A value for each variable.</param>
    /// <exception cref="ArgumentException">A variable has no value or more than one, or there is a value for a name that is none of the variables.</exception>
    public Dual<T> Along<T>(ReadOnlySpan<(string Name, T Speed)> direction, params ReadOnlySpan<(string Name, T Value)> values)
        where T : struct, IFloatingPointIeee754<T> => Tape<T>.Of(this, values).Along(direction);

    /// <summary>The derivative as an expression, by the rules of calculus.</summary>
    /// <remarks>
    /// Parts that do not depend on the variable have no derivative: what would be a product with their 0 is left out, even where the other
    /// factor is not finite. Factors of 1 are left out as well.
    /// </remarks>
    /// <param name="variable">The variable to differentiate by; one that the expression lacks gives 0.</param>
    public Expression Derivative(string variable) => SymbolicDerivative.Of(this, Given.NotNull(variable));

    /// <summary>An expression with the same value, bit for bit in double precision, that is often smaller.</summary>
    /// <remarks>See <see cref="Simplification"/> for the identities that are used, and for those that IEEE 754 forbids.</remarks>
    public Expression Simplified() => Simplification.Of(this);

    /// <summary>Every part in the order of evaluation, with its value, its local derivatives and the derivative of the whole by it.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="values">A value for each variable.</param>
    /// <exception cref="ArgumentException">A variable has no value or more than one, or there is a value for a name that is none of the variables.</exception>
    public Explanation<T> Explain<T>(params ReadOnlySpan<(string Name, T Value)> values)
        where T : struct, IFloatingPointIeee754<T> => Tape<T>.Of(this, values).Explain();

    /// <summary>Whether two expressions are made in the same way of equal parts.</summary>
    /// <param name="other">The other expression.</param>
    public virtual bool Equals(Expression? other) => AreEqual(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => hash;

    /// <summary>The expression as <see cref="Formula"/> writes it.</summary>
    public sealed override string ToString() => Formula.Write(this);

    private static bool AreEqual(Expression left, Expression? right) =>
        ReferenceEquals(left, right) || (right is not null && left.hash == right.hash && EvaluationOrder.AreEqual(left, right));
}
