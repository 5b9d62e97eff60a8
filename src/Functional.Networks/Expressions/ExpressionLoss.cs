namespace Functional.Networks;

using System;
using System.Linq;
using Functional.Numerics;
using Functional.Numerics.Expressions;
using MathNet.Numerics.LinearAlgebra;

/// <summary>
/// A loss that is written as an expression of the variables <c>output</c> and <c>target</c>, for one output: a sample's loss is the sum over its outputs.
/// <c>new ExpressionLoss("sqrt(1 + (output - target)^2) - 1")</c>.
/// </summary>
/// <remarks>
/// Value and derivative are computed in vectors; every part is rounded as <see cref="Expression.Evaluate{T}"/> rounds it. The derivative by the output is
/// <see cref="Expression.Derivative"/>.
/// </remarks>
public sealed record ExpressionLoss : Loss
{
    /// <summary>What the output is called.</summary>
    public const string Output = "output";

    /// <summary>What the target is called.</summary>
    public const string Target = "target";

    private const int LongestTitle = 60;

    private readonly VectorProgram value;
    private readonly VectorProgram slope;

    /// <summary>A loss.</summary>
    /// <param name="expression">An expression of <c>output</c> and <c>target</c>, or of <c>output</c> alone.</param>
    /// <param name="reduction">What a batch's loss is.</param>
    /// <exception cref="ArgumentException">The expression lacks the output or has other variables.</exception>
    public ExpressionLoss(Expression expression, Reduction reduction = Reduction.MeanOverSamples)
        : base(reduction)
    {
        ArgumentNullException.ThrowIfNull(expression);
        if (!expression.Variables.Contains(Output, StringComparer.Ordinal) || expression.Variables.Any(name => name is not (Output or Target)))
        {
            throw new ArgumentException(
                $"A loss is an expression of {Output} and {Target}; {expression} has {(expression.Variables.Count == 0 ? "no variables" : string.Join(", ", expression.Variables))}.", nameof(expression));
        }

        Expression = expression;
        value = VectorProgram.Of(expression, Output, Target);
        slope = VectorProgram.Of(expression.Derivative(Output), Output, Target);
    }

    /// <summary>A loss of a formula.</summary>
    /// <param name="formula">A formula of <c>output</c> and <c>target</c>, as <see cref="Formula"/> reads it.</param>
    /// <param name="reduction">What a batch's loss is.</param>
    /// <exception cref="ArgumentException">The text is no formula, or one that lacks the output or has other variables.</exception>
    public ExpressionLoss(string formula, Reduction reduction = Reduction.MeanOverSamples)
        : this(Formula.Of(formula), reduction)
    {
    }

    /// <summary>The loss of one output.</summary>
    public Expression Expression { get; }

    /// <inheritdoc/>
    public override string Title => $"{Expression}" is var text && text.Length <= LongestTitle ? text : $"{text[..(LongestTitle - 1)]}…";

    /// <inheritdoc/>
    public bool Equals(ExpressionLoss? other) => other is not null && Reduction == other.Reduction && Expression == other.Expression;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Reduction, Expression);

    /// <inheritdoc/>
    public override SampleLosses<T> OfSamples<T>(Matrix<T> outputs, Targets<T> targets, Execution? execution = null) =>
        LossColumns.OfSamples(Kernel<T>(), Given.NotNull(outputs), Given.NotNull(targets), execution);

    internal override LossKernel<T> Kernel<T>() => new ExpressionLossKernel<T>(value, slope);
}
