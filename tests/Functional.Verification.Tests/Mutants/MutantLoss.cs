namespace Functional.Verification.Tests.Mutants;

using Functional.Networks;
using Functional.Numerics;
using MathNet.Numerics.LinearAlgebra;

/// <summary>A loss whose values are right and whose gradient, in double precision, is not.</summary>
/// <param name="Inner">The right loss.</param>
/// <param name="Mutation">What is wrong.</param>
public sealed record MutantLoss(Loss Inner, LossMutation Mutation) : Loss(Inner.Reduction)
{
    /// <inheritdoc/>
    public override string Title => $"{Inner.Title} with {Mutation.Name}";

    /// <inheritdoc/>
    public override SampleLosses<T> OfSamples<T>(Matrix<T> outputs, Targets<T> targets, Execution? execution = null)
    {
        var right = Inner.OfSamples(outputs, targets, execution);
        return right.Gradients is Matrix<double> gradients && outputs is Matrix<double> own && targets.ToColumns(outputs.RowCount) is Matrix<double> columns
            ? right with { Gradients = (Matrix<T>)(object)Mutation.Wrong(gradients, own, columns) }
            : right;
    }
}
