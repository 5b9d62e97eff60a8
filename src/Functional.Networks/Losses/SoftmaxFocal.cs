namespace Functional.Networks;

using System;
using System.Runtime.CompilerServices;
using Functional.Numerics;
using Functional.Numerics.Elementary;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Lanes;
using Functional.Numerics.Sums;
using MathNet.Numerics.LinearAlgebra;

/// <summary>
/// The focal loss of one class among several, fused with the softmax, in nats: a sample's loss is <c>−Σᵢ tᵢ·(1 − pᵢ)^γ·ln pᵢ</c> with p the
/// softmax of its outputs (logits).
/// </summary>
/// <remarks>
/// T.-Y. Lin, P. Goyal, R. Girshick, K. He, P. Dollár (2017), equation 4, with a softmax in place of their sigmoid; their α is a weight of
/// the class (<see cref="Loss.WithClassWeights"/>). γ = 0 is the <see cref="SoftmaxCrossEntropy"/>. With
/// <c>aᵢ = −tᵢ·(1 − pᵢ)^γ·(1 − γ·pᵢ·ln pᵢ / (1 − pᵢ))</c> the gradient is <c>aₖ − pₖ·Σᵢ aᵢ</c>. The complement 1 − p is taken as −(e^ln p − 1), so
/// that it is as accurate as ln p is where p is near 1; the quotient there is −1.
/// </remarks>
public sealed record SoftmaxFocal : Loss
{
    /// <summary>A focal loss.</summary>
    /// <param name="gamma">γ, finite and at least 0.</param>
    /// <param name="reduction">What a batch's loss is.</param>
    /// <exception cref="ArgumentOutOfRangeException">γ is out of range.</exception>
    public SoftmaxFocal(double gamma = 2, Reduction reduction = Reduction.MeanOverSamples)
        : base(reduction) => Gamma = SigmoidFocal.RequireGamma(gamma);

    /// <summary>γ: how much less counts what is classified well.</summary>
    public double Gamma { get; }

    /// <inheritdoc/>
    public override string Title => $"softmax focal {Gamma}";

    /// <inheritdoc/>
    public override SampleLosses<T> OfSamples<T>(Matrix<T> outputs, Targets<T> targets, Execution? execution = null) =>
        LossColumns.OfSamples(Kernel<T>(), Given.NotNull(outputs), Given.NotNull(targets), execution);

    internal override LossKernel<T> Kernel<T>() => new Columns<T>(T.CreateTruncating(Gamma));

    private sealed class Columns<T>(T gamma) : LossKernel<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        public override int Room(int length) => SoftmaxColumn.Room(length);

        public override T Of(ReadOnlySpan<T> output, ReadOnlySpan<T> target, Span<T> gradient, Span<T> room, int rows, Execution execution)
        {
            var logSum = Elements.Apply(default(Log<T>), SoftmaxColumn.Of(output[..rows], room, execution));
            var probabilities = SoftmaxColumn.Probabilities(room, rows);
            var terms = room[..rows];
            gradient = gradient[..rows];
            target = target[..rows];
            Elements.Map(new Attraction<T>(logSum, gamma), terms, probabilities, target, gradient, execution);
            Elements.Map(new Term<T>(logSum, gamma), terms, target, terms, execution);
            Elements.Map(new Centred<T>(GrainSum.Of<T>(gradient)), gradient, probabilities, gradient, execution);
            return GrainSum.Of<T>(terms);
        }
    }

    /// <summary>−t·(1 − p)^γ·ln p.</summary>
    private readonly record struct Term<T>(T LogSum, T Gamma) : IBinaryOperation<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x, TLanes y)
            where TLanes : struct, ILanes<TLanes, T>
        {
            var logarithm = x - TLanes.Broadcast(LogSum);
            return -y * (Modulation<T, TLanes>(Complement<T, TLanes>(logarithm), Gamma) * logarithm);
        }
    }

    /// <summary>−t·(1 − p)^γ·(1 − γ·p·ln p / (1 − p)).</summary>
    private readonly record struct Attraction<T>(T LogSum, T Gamma) : ITernaryOperation<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x, TLanes y, TLanes z)
            where TLanes : struct, ILanes<TLanes, T>
        {
            var logarithm = x - TLanes.Broadcast(LogSum);
            var complement = Complement<T, TLanes>(logarithm);
            var quotient = TLanes.Select(TLanes.EqualTo(complement, TLanes.Zero), TLanes.Constant(1), -logarithm / complement);
            return -z * (Modulation<T, TLanes>(complement, Gamma) * TLanes.FusedMultiplyAdd(TLanes.Broadcast(Gamma) * y, quotient, TLanes.Constant(1)));
        }
    }

    /// <summary>a − p·Σa.</summary>
    private readonly record struct Centred<T>(T Sum) : IBinaryOperation<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x, TLanes y)
            where TLanes : struct, ILanes<TLanes, T> => TLanes.FusedMultiplyAdd(-y, TLanes.Broadcast(Sum), x);
    }

    /// <summary>1 − p of ln p.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Complement<T, TLanes>(TLanes logarithm)
        where T : struct, IFloatingPointIeee754<T>
        where TLanes : struct, ILanes<TLanes, T> => -default(ExpM1<T>).Invoke(logarithm);

    /// <summary>(1 − p)^γ; 1 where γ is 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Modulation<T, TLanes>(TLanes complement, T gamma)
        where T : struct, IFloatingPointIeee754<T>
        where TLanes : struct, ILanes<TLanes, T>
    {
        var power = TLanes.Broadcast(gamma);
        return TLanes.Select(TLanes.EqualTo(power, TLanes.Zero), TLanes.Constant(1), default(Exp<T>).Invoke(power * default(Log<T>).Invoke(complement)));
    }
}
