namespace Functional.Networks;

using System;
using Functional.Numerics.Expressions;

/// <summary>An activation that is written as an expression of one variable: <c>new ExpressionActivation("x * sigmoid(1.702 * x)")</c>.</summary>
/// <remarks>
/// Value and derivative are computed in vectors; every part is rounded as <see cref="Expression.Evaluate{T}"/> rounds it. The derivative is
/// <see cref="Expression.Derivative"/>, so kinks and choices have the derivatives that stand there.
/// </remarks>
public sealed record ExpressionActivation : Activation
{
    private const int LongestTitle = 60;

    private readonly VectorProgram value;
    private readonly VectorProgram pull;

    /// <summary>An activation.</summary>
    /// <param name="expression">An expression of one variable, whatever it is called.</param>
    /// <exception cref="ArgumentException">The expression has no variable or several.</exception>
    public ExpressionActivation(Expression expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        if (expression.Variables is not [var variable])
        {
            throw new ArgumentException(
                $"An activation is an expression of one variable; {expression} has {(expression.Variables.Count == 0 ? "none" : string.Join(", ", expression.Variables))}.", nameof(expression));
        }

        Expression = expression;
        var upstream = $"{variable}_";
        value = VectorProgram.Of(expression, variable);
        pull = VectorProgram.Of(Express.Variable(upstream) * expression.Derivative(variable), variable, upstream);
    }

    /// <summary>An activation of a formula.</summary>
    /// <param name="formula">A formula of one variable, as <see cref="Formula"/> reads it.</param>
    /// <exception cref="ArgumentException">The text is no formula, or one without a variable or of several.</exception>
    public ExpressionActivation(string formula)
        : this(Formula.Of(formula))
    {
    }

    /// <summary>The function.</summary>
    public Expression Expression { get; }

    /// <inheritdoc/>
    public override string Title => $"{Expression}" is var text && text.Length <= LongestTitle ? text : $"{text[..(LongestTitle - 1)]}…";

    /// <inheritdoc/>
    public bool Equals(ExpressionActivation? other) => other is not null && Expression == other.Expression;

    /// <inheritdoc/>
    public override int GetHashCode() => Expression.GetHashCode();

    internal override ActivationKernel<T> Kernel<T>() => new ExpressionKernel<T>(value, pull);
}
