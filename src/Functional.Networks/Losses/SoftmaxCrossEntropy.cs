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
/// Softmax fused with the cross-entropy, in nats: a sample's loss is <c>−Σᵢ tᵢ·ln pᵢ</c> with p the softmax of its outputs (logits),
/// finite for any finite logits.
/// </summary>
/// <remarks>
/// The targets are classes, one-hot columns or soft probabilities. The gradient is p·Σᵢ tᵢ − t, which is p − t where a target sums to 1
/// (J. S. Bridle 1990). ln pᵢ is taken as (xᵢ − max) − ln Σⱼ e^(xⱼ − max).
/// </remarks>
public sealed record SoftmaxCrossEntropy : Loss
{
    /// <summary>Outputs, at most a grain, up to which plain loops beat vectors.</summary>
    private const int FewOutputs = 32;

    /// <summary>A softmax cross-entropy.</summary>
    /// <param name="reduction">What a batch's loss is.</param>
    public SoftmaxCrossEntropy(Reduction reduction = Reduction.MeanOverSamples)
        : base(reduction)
    {
    }

    /// <inheritdoc/>
    public override string Title => "softmax cross-entropy";

    /// <inheritdoc/>
    public override SampleLosses<T> OfSamples<T>(Matrix<T> outputs, Targets<T> targets, Execution? execution = null) =>
        LossColumns.OfSamples(new Columns<T>(), Given.NotNull(outputs), Given.NotNull(targets), execution);

    internal override LossKernel<T> Kernel<T>() => new Columns<T>();

    private sealed class Columns<T> : LossKernel<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        public override int Room(int length) => SoftmaxColumn.Room(length);

        public override T Of(ReadOnlySpan<T> output, ReadOnlySpan<T> target, Span<T> gradient, Span<T> room, int rows, Execution execution)
        {
            var sum = SoftmaxColumn.Of(output[..rows], room, execution);
            var logSum = Elements.Apply(default(Log<T>), sum);
            ReadOnlySpan<T> probabilities = SoftmaxColumn.Probabilities(room, rows);
            target = target[..rows];
            if (rows > FewOutputs)
            {
                var terms = room[..rows];
                Elements.Map(new Term<T>(logSum), target, terms, terms, execution);
                Elements.Map(new Difference<T>(GrainSum.Of(target)), probabilities, target, gradient[..rows], execution);
                return GrainSum.Of<T>(terms);
            }

            var shifted = room[..target.Length];
            T targetSum = T.Zero, loss = T.Zero;
            for (var i = 0; i < target.Length; i++)
            {
                targetSum += target[i];
                loss += target[i] * (logSum - shifted[i]);
            }

            for (var i = 0; i < target.Length; i++)
            {
                gradient[i] = T.FusedMultiplyAdd(probabilities[i], targetSum, -target[i]);
            }

            return loss;
        }
    }

    /// <summary>t·(ln Σ − shifted).</summary>
    private readonly record struct Term<T>(T LogSum) : IBinaryOperation<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x, TLanes y)
            where TLanes : struct, ILanes<TLanes, T> => x * (TLanes.Broadcast(LogSum) - y);
    }

    private readonly record struct Difference<T>(T TargetSum) : IBinaryOperation<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x, TLanes y)
            where TLanes : struct, ILanes<TLanes, T> => TLanes.FusedMultiplyAdd(x, TLanes.Broadcast(TargetSum), -y);
    }
}
