namespace Functional.Networks;

using System;
using System.Runtime.CompilerServices;
using Functional.Numerics;
using Functional.Numerics.Elementary;
using Functional.Numerics.Lanes;
using MathNet.Numerics.LinearAlgebra;

/// <summary>
/// The focal loss of outputs that are questions of their own, fused with the logistic sigmoid, in nats: an output z with target 1 adds
/// <c>−α·(1 − σ(z))^γ·ln σ(z)</c>, with target 0 <c>−(1 − α)·σ(z)^γ·ln(1 − σ(z))</c>. It is finite for any finite z.
/// </summary>
/// <remarks>
/// T.-Y. Lin, P. Goyal, R. Girshick, K. He, P. Dollár (2017), equations 4 and 5: what is classified well already counts less, the more so the
/// larger γ. Without α both factors are 1, and γ = 0 is the <see cref="SigmoidCrossEntropy"/>. A target t between 0 and 1 adds t and
/// 1 − t parts of the two. With s = softplus the loss of target 1 is α·e^(−γ·s(z))·s(−z), its slope −α·e^(−γ·s(z))·(γ·σ(z)·s(−z) + σ(−z)); that of
/// target 0 is the same at −z.
/// </remarks>
public sealed record SigmoidFocal : Loss
{
    /// <summary>A focal loss.</summary>
    /// <param name="gamma">γ, finite and at least 0.</param>
    /// <param name="alpha">α, the weight of target 1 beside 1 − α for target 0, from 0 to 1; both weigh 1 when left out.</param>
    /// <param name="reduction">What a batch's loss is.</param>
    /// <exception cref="ArgumentOutOfRangeException">γ or α is out of range.</exception>
    public SigmoidFocal(double gamma = 2, double? alpha = null, Reduction reduction = Reduction.MeanOverSamples)
        : base(reduction)
    {
        Gamma = RequireGamma(gamma);
        Alpha = alpha is null or (>= 0 and <= 1)
            ? alpha
            : throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "Alpha must be from 0 to 1.");
    }

    /// <summary>γ: how much less counts what is classified well.</summary>
    public double Gamma { get; }

    /// <summary>α: the weight of target 1 beside 1 − α for target 0; nothing where both weigh 1.</summary>
    public double? Alpha { get; }

    /// <inheritdoc/>
    public override string Title => $"sigmoid focal {Gamma}";

    /// <inheritdoc/>
    public override bool HasIndependentOutputs => true;

    /// <inheritdoc/>
    public override SampleLosses<T> OfSamples<T>(Matrix<T> outputs, Targets<T> targets, Execution? execution = null) =>
        LossColumns.OfSamples(Kernel<T>(), Given.NotNull(outputs), Given.NotNull(targets), execution);

    internal override LossKernel<T> Kernel<T>() => new ElementwiseLoss<T, Element<T>>(
        new(T.CreateTruncating(Gamma), T.CreateTruncating(Alpha ?? 1), T.CreateTruncating(1 - Alpha ?? 1)));

    internal static double RequireGamma(double gamma) => double.IsFinite(gamma) && gamma >= 0
        ? gamma
        : throw new ArgumentOutOfRangeException(nameof(gamma), gamma, "Gamma must be finite and at least 0.");

    private readonly record struct Element<T>(T Gamma, T Positive, T Negative) : IElementLoss<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Value<TLanes>(TLanes y, TLanes t)
            where TLanes : struct, ILanes<TLanes, T>
        {
            var rising = default(Softplus<T>).Invoke(y);
            var falling = default(Softplus<T>).Invoke(-y);
            return (TLanes.Broadcast(Positive) * t * (Modulation(rising) * falling))
                + (TLanes.Broadcast(Negative) * (TLanes.Constant(1) - t) * (Modulation(falling) * rising));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Slope<TLanes>(TLanes y, TLanes t)
            where TLanes : struct, ILanes<TLanes, T>
        {
            var rising = default(Softplus<T>).Invoke(y);
            var falling = default(Softplus<T>).Invoke(-y);
            var yes = default(Sigmoid<T>).Invoke(y);
            var no = default(Sigmoid<T>).Invoke(-y);
            var gamma = TLanes.Broadcast(Gamma);
            var positive = Modulation(rising) * TLanes.FusedMultiplyAdd(gamma, yes * falling, no);
            var negative = Modulation(falling) * TLanes.FusedMultiplyAdd(gamma, no * rising, yes);
            return (TLanes.Broadcast(Negative) * (TLanes.Constant(1) - t) * negative) - (TLanes.Broadcast(Positive) * t * positive);
        }

        /// <summary>The power γ of the wrong answer's probability, whose logarithm is −softplus.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private TLanes Modulation<TLanes>(TLanes softplus)
            where TLanes : struct, ILanes<TLanes, T> => default(Exp<T>).Invoke(-(TLanes.Broadcast(Gamma) * softplus));
    }
}
