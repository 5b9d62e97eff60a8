namespace Functional.Networks;

using System.Runtime.CompilerServices;
using Functional.Numerics;
using Functional.Numerics.Elementary;
using Functional.Numerics.Lanes;
using MathNet.Numerics.LinearAlgebra;

/// <summary>
/// The logistic sigmoid of each output fused with the binary cross-entropy, in nats: a sample's loss is
/// <c>−Σᵢ (tᵢ·ln σ(zᵢ) + (1 − tᵢ)·ln(1 − σ(zᵢ)))</c>, finite for any finite outputs (logits) z.
/// </summary>
/// <remarks>Computed as max(z, 0) − z·t + ln(1 + e^−|z|); the gradient is σ(z) − t. Targets are classes (one-hot) or values from 0 to 1, of which any number may be 1 where a sample has several labels.</remarks>
public sealed record SigmoidCrossEntropy : Loss
{
    /// <summary>A sigmoid cross-entropy.</summary>
    /// <param name="reduction">What a batch's loss is.</param>
    public SigmoidCrossEntropy(Reduction reduction = Reduction.MeanOverSamples)
        : base(reduction)
    {
    }

    /// <inheritdoc/>
    public override string Title => "sigmoid cross-entropy";

    /// <inheritdoc/>
    public override bool HasIndependentOutputs => true;

    /// <inheritdoc/>
    public override SampleLosses<T> OfSamples<T>(Matrix<T> outputs, Targets<T> targets, Execution? execution = null) =>
        LossColumns.OfSamples(Kernel<T>(), Given.NotNull(outputs), Given.NotNull(targets), execution);

    internal override LossKernel<T> Kernel<T>() => new ElementwiseLoss<T, Element<T>>(default(Element<T>));

    private readonly struct Element<T> : IElementLoss<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Value<TLanes>(TLanes y, TLanes t)
            where TLanes : struct, ILanes<TLanes, T>
        {
            var positive = TLanes.Select(TLanes.LessThanOrEqual(y, TLanes.Zero), TLanes.Zero, y);
            return TLanes.FusedMultiplyAdd(-y, t, positive) + default(Log1P<T>).Invoke(default(Exp<T>).Invoke(-TLanes.Abs(y)));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Slope<TLanes>(TLanes y, TLanes t)
            where TLanes : struct, ILanes<TLanes, T> => default(Sigmoid<T>).Invoke(y) - t;
    }
}
