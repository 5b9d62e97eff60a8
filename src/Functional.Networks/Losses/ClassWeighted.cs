namespace Functional.Networks;

using System;
using Functional.Numerics;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;

/// <summary>A loss in which each sample weighs as much as its class.</summary>
/// <remarks>
/// The weight w multiplies the sample's whole loss; what the sum is divided by says the <see cref="Loss.Reduction"/>: the mean over samples
/// is <c>Σₛ wₛ·lₛ / Σₛ wₛ</c>. A sample's class is <see cref="Targets{T}.ClassOf"/>: of a column of values the place of the largest, so
/// weights are for targets of one class each. With smoothed labels PyTorch weighs the terms of a sample by their own classes; here the sample
/// has one weight.
/// </remarks>
public sealed record ClassWeighted : Loss
{
    /// <summary>Weights for the classes of a loss.</summary>
    /// <param name="inner">The loss.</param>
    /// <param name="weights">A weight for each class, finite and at least 0.</param>
    /// <exception cref="ArgumentException">There is no weight, or one is negative or not finite, or the loss has weights for another number of classes.</exception>
    public ClassWeighted(Loss inner, Seq<double> weights)
        : base(Given.NotNull(inner).Reduction)
    {
        if (weights.IsEmpty)
        {
            throw new ArgumentException("There are no weights; there must be one for each class.", nameof(weights));
        }

        for (var index = 0; index < weights.Count; index++)
        {
            if (!(double.IsFinite(weights[index]) && weights[index] >= 0))
            {
                throw new ArgumentOutOfRangeException(nameof(weights), weights[index], $"The weight of class {index} must be finite and at least 0.");
            }
        }

        if (!inner.ClassWeights.IsEmpty && inner.ClassWeights.Count != weights.Count)
        {
            throw new ArgumentException($"The loss has weights for {inner.ClassWeights.Count} classes already, these are for {weights.Count}; their numbers must be equal.", nameof(weights));
        }

        Inner = inner;
        Weights = weights.Strict();
    }

    /// <summary>The loss without these weights.</summary>
    public Loss Inner { get; }

    /// <summary>A weight for each class, finite and at least 0.</summary>
    public Seq<double> Weights { get; }

    /// <inheritdoc/>
    public override string Title => $"class-weighted {Inner.Title}";

    /// <inheritdoc/>
    public override Seq<double> ClassWeights => Inner.ClassWeights.IsEmpty ? Weights : Weights.Zip(Inner.ClassWeights, (outer, inner) => outer * inner).ToSeq().Strict();

    /// <inheritdoc/>
    public override bool HasIndependentOutputs => Inner.HasIndependentOutputs;

    /// <inheritdoc/>
    public override SampleLosses<T> OfSamples<T>(Matrix<T> outputs, Targets<T> targets, Execution? execution = null) => Inner.OfSamples(Given.NotNull(outputs), Given.NotNull(targets), execution);

    internal override LossKernel<T>? Kernel<T>() => Inner.Kernel<T>();
}
