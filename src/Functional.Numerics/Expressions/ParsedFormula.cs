namespace Functional.Numerics.Expressions;

using System;

/// <summary>What came of reading a formula: an expression or a fault.</summary>
public abstract record ParsedFormula
{
    private ParsedFormula()
    {
    }

    /// <summary>Either the expression or the fault, made into something else.</summary>
    /// <typeparam name="TResult">What it is made into.</typeparam>
    /// <param name="expression">What to make of an expression.</param>
    /// <param name="fault">What to make of a fault.</param>
    public TResult Match<TResult>(Func<Expression, TResult> expression, Func<FormulaFault, TResult> fault)
    {
        ArgumentNullException.ThrowIfNull(expression);
        ArgumentNullException.ThrowIfNull(fault);
        return this switch
        {
            Success success => expression(success.Expression),
            Failure failure => fault(failure.Fault),
            _ => throw new InvalidOperationException("There is no other result."),
        };
    }

    /// <summary>The text was a formula.</summary>
    /// <param name="Expression">The expression.</param>
    public sealed record Success(Expression Expression) : ParsedFormula
    {
        /// <summary>The expression.</summary>
        public Expression Expression { get; init => field = Given.NotNull(value); } = Given.NotNull(Expression);
    }

    /// <summary>The text was no formula.</summary>
    /// <param name="Fault">The first thing that is wrong.</param>
    public sealed record Failure(FormulaFault Fault) : ParsedFormula
    {
        /// <summary>The first thing that is wrong.</summary>
        public FormulaFault Fault { get; init => field = Given.NotNull(value); } = Given.NotNull(Fault);
    }
}
