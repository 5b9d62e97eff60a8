namespace Functional.Numerics.Expressions;

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Numerics;

/// <summary>A part of an expression with what evaluating and differentiating it give.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed record ExplainedPart<T>
    where T : struct, IFloatingPointIeee754<T>
{
    private readonly ImmutableArray<LocalDerivative<T>> locals;

    internal ExplainedPart(Expression expression, string name, string formula, T value, ImmutableArray<LocalDerivative<T>> locals, T gradient)
    {
        (Expression, Name, Formula, Value, Gradient) = (expression, name, formula, value, gradient);
        this.locals = locals;
    }

    /// <summary>The part itself.</summary>
    public Expression Expression { get; }

    /// <summary>What it is called: a variable's name, a constant's digits, or v1, v2, … in the order of evaluation.</summary>
    public string Name { get; }

    /// <summary>How it is made of its operands, by their names: "v1 + b".</summary>
    public string Formula { get; }

    /// <summary>Its value.</summary>
    public T Value { get; }

    /// <summary>Its derivative by each of its operands; of a product x · x twice the same one.</summary>
    public IReadOnlyList<LocalDerivative<T>> Locals => locals;

    /// <summary>The derivative of the whole expression by it, gathered over all paths; 0 for parts without variables, to which no derivative is handed on.</summary>
    public T Gradient { get; }

    /// <inheritdoc/>
    public bool Equals(ExplainedPart<T>? other) => other is not null
        && Expression == other.Expression
        && string.Equals(Name, other.Name, System.StringComparison.Ordinal)
        && string.Equals(Formula, other.Formula, System.StringComparison.Ordinal)
        && Value.Equals(other.Value)
        && Gradient.Equals(other.Gradient)
        && locals.SequenceEqual(other.locals);

    /// <inheritdoc/>
    public override int GetHashCode() => System.HashCode.Combine(Expression, Name, Value, Gradient);
}
