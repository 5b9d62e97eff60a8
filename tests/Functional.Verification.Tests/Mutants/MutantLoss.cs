namespace Functional.Verification.Tests.Mutants;

using System.Linq;
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
    public override LanguageExt.Seq<double> ClassWeights => Inner.ClassWeights;

    /// <inheritdoc/>
    public override bool HasIndependentOutputs => Inner.HasIndependentOutputs;

    /// <inheritdoc/>
    public override SampleLosses<T> OfSamples<T>(Matrix<T> outputs, Targets<T> targets, Execution? execution = null)
    {
        var right = Inner.OfSamples(outputs, targets, execution);
        return right.Gradients is Matrix<double> gradients && outputs is Matrix<double> own && targets is Targets<double> given
            ? right with { Gradients = (Matrix<T>)(object)Mutation.Wrong(new(Inner, gradients, own, given.ToColumns(own.RowCount), Weights(given))) }
            : right;
    }

    private MathNet.Numerics.LinearAlgebra.Vector<double> Weights(Targets<double> targets) => Dense.Vector(
        [.. Enumerable.Range(0, targets.Count).Select(sample => targets.WeightOf(sample) * (ClassWeights.IsEmpty ? 1 : ClassWeights[targets.ClassOf(sample)]))]);
}
