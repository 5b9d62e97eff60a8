namespace Functional.Networks;

using System;
using System.Runtime.CompilerServices;
using Functional.Numerics;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Lanes;
using MathNet.Numerics.LinearAlgebra;

/// <summary>
/// A loss whose targets are smoothed: t becomes <c>(1 − ε)·t + ε/k</c> with k outputs (C. Szegedy et al. 2016, section 7).
/// </summary>
/// <remarks>
/// It is meant for targets that are classes or probabilities; values to predict would be moved towards a constant. Where each output
/// is a question of its own (<see cref="Loss.HasIndependentOutputs"/>), what is spread goes in halves to yes and no:
/// <c>(1 − ε)·t + ε/2</c>. The class of a sample, and so its weight, stays that of the target as it was.
/// </remarks>
public sealed record LabelSmoothed : Loss
{
    /// <summary>Smooths the targets of a loss.</summary>
    /// <param name="inner">The loss.</param>
    /// <param name="amount">ε, from 0 to 1, 1 excluded.</param>
    /// <exception cref="ArgumentException">ε is out of range, or the loss has a margin: it does not compare with probabilities.</exception>
    public LabelSmoothed(Loss inner, double amount)
        : base(Given.NotNull(inner).Reduction)
    {
        if (HasMargin(inner))
        {
            throw new ArgumentException($"The {inner.Title} loss knows right and wrong classes, no probabilities: its targets cannot be smoothed.", nameof(inner));
        }

        Inner = inner;
        Amount = amount is >= 0 and < 1
            ? amount
            : throw new ArgumentOutOfRangeException(nameof(amount), amount, "The amount of smoothing must be from 0 to 1, 1 excluded.");
    }

    /// <summary>The loss with targets as they are.</summary>
    public Loss Inner { get; }

    /// <summary>ε: the share of a target that is spread over all outputs.</summary>
    public double Amount { get; }

    /// <inheritdoc/>
    public override string Title => $"{Inner.Title} smoothed by {Amount}";

    /// <inheritdoc/>
    public override LanguageExt.Seq<double> ClassWeights => Inner.ClassWeights;

    /// <inheritdoc/>
    public override bool HasIndependentOutputs => Inner.HasIndependentOutputs;

    /// <inheritdoc/>
    public override SampleLosses<T> OfSamples<T>(Matrix<T> outputs, Targets<T> targets, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentNullException.ThrowIfNull(targets);
        if (Kernel<T>() is { } kernel)
        {
            return LossColumns.OfSamples(kernel, outputs, targets, execution);
        }

        LossColumns.RequireTargets(outputs.RowCount, outputs.ColumnCount, targets);
        return Inner.OfSamples(outputs, new ValueTargets<T>(Elements.Map(SmoothingOf<T>(outputs.RowCount), targets.ToColumns(outputs.RowCount), execution)), execution);
    }

    internal override LossKernel<T>? Kernel<T>() => Inner.Kernel<T>() is { } kernel ? new Columns<T>(this, kernel) : null;

    private Smoothing<T> SmoothingOf<T>(int outputs)
        where T : struct, IFloatingPointIeee754<T> => new(T.CreateTruncating(1 - Amount), T.CreateTruncating(Amount / (HasIndependentOutputs ? 2 : outputs)));

    private static bool HasMargin(Loss loss) => loss switch
    {
        Hinge or MulticlassHinge => true,
        ClassWeighted weighted => HasMargin(weighted.Inner),
        _ => false,
    };

    private sealed class Columns<T>(LabelSmoothed loss, LossKernel<T> inner) : LossKernel<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        public override int Room(int length) => length + inner.Room(length);

        public override T Of(ReadOnlySpan<T> output, ReadOnlySpan<T> target, Span<T> gradient, Span<T> room, int rows, Execution execution)
        {
            var smoothed = room[..target.Length];
            Elements.Map(loss.SmoothingOf<T>(rows), target, smoothed, execution);
            return inner.Of(output, smoothed, gradient, room[target.Length..], rows, execution);
        }
    }

    private readonly record struct Smoothing<T>(T Kept, T Spread) : IUnaryOperation<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes, T> => TLanes.FusedMultiplyAdd(TLanes.Broadcast(Kept), x, TLanes.Broadcast(Spread));
    }
}
