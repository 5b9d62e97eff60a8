namespace Functional.Networks;

using System;
using System.Runtime.CompilerServices;
using Functional.Numerics;
using Functional.Numerics.Lanes;
using MathNet.Numerics.LinearAlgebra;

/// <summary>
/// The hinge loss of outputs that are questions of their own: with the sign s = 2t − 1 each output adds <c>max(0, m − s·y)</c>, or its
/// square.
/// </summary>
/// <remarks>
/// Targets are 0 and 1, as for <see cref="SigmoidCrossEntropy"/>, so s is −1 or 1; of values between, s is between. The gradient is −s inside the
/// margin m and 0 outside and on its edge (C. Cortes, V. Vapnik 1995), of the square −2·s·(m − s·y) (Y. Tang 2013).
/// </remarks>
public sealed record Hinge : Loss
{
    /// <summary>A hinge loss.</summary>
    /// <param name="margin">m, in units of the outputs, finite and above 0.</param>
    /// <param name="squared">Whether each output's loss is squared.</param>
    /// <param name="reduction">What a batch's loss is.</param>
    /// <exception cref="ArgumentOutOfRangeException">The margin is not finite or not above 0.</exception>
    public Hinge(double margin = 1, bool squared = false, Reduction reduction = Reduction.MeanOverSamples)
        : base(reduction)
    {
        Margin = RequireMargin(margin);
        Squared = squared;
    }

    /// <summary>m: how far on the right side of 0 an output has no loss.</summary>
    public double Margin { get; }

    /// <summary>Whether each output's loss is squared.</summary>
    public bool Squared { get; }

    /// <inheritdoc/>
    public override string Title => Squared ? "squared hinge" : "hinge";

    /// <inheritdoc/>
    public override bool HasIndependentOutputs => true;

    /// <inheritdoc/>
    public override SampleLosses<T> OfSamples<T>(Matrix<T> outputs, Targets<T> targets, Execution? execution = null) =>
        LossColumns.OfSamples(Kernel<T>(), Given.NotNull(outputs), Given.NotNull(targets), execution);

    internal override LossKernel<T> Kernel<T>() => Squared
        ? new ElementwiseLoss<T, Square<T>>(new(T.CreateTruncating(Margin)))
        : new ElementwiseLoss<T, Straight<T>>(new(T.CreateTruncating(Margin)));

    internal static double RequireMargin(double margin) => double.IsFinite(margin) && margin > 0
        ? margin
        : throw new ArgumentOutOfRangeException(nameof(margin), margin, "The margin must be finite and above 0.");

    private readonly record struct Straight<T>(T Margin) : IElementLoss<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Value<TLanes>(TLanes y, TLanes t)
            where TLanes : struct, ILanes<TLanes, T> => Violation<T, TLanes>(Margin, y, t);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Slope<TLanes>(TLanes y, TLanes t)
            where TLanes : struct, ILanes<TLanes, T> =>
            TLanes.Select(TLanes.LessThanOrEqual(Violation<T, TLanes>(Margin, y, t), TLanes.Zero), TLanes.Zero, -Sign<T, TLanes>(t));
    }

    private readonly record struct Square<T>(T Margin) : IElementLoss<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Value<TLanes>(TLanes y, TLanes t)
            where TLanes : struct, ILanes<TLanes, T>
        {
            var violation = Violation<T, TLanes>(Margin, y, t);
            return violation * violation;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Slope<TLanes>(TLanes y, TLanes t)
            where TLanes : struct, ILanes<TLanes, T> => TLanes.Constant(-2) * Sign<T, TLanes>(t) * Violation<T, TLanes>(Margin, y, t);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Sign<T, TLanes>(TLanes t)
        where T : struct, IFloatingPointIeee754<T>
        where TLanes : struct, ILanes<TLanes, T> => TLanes.FusedMultiplyAdd(TLanes.Constant(2), t, TLanes.Constant(-1));

    /// <summary>max(0, m − s·y); NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Violation<T, TLanes>(T margin, TLanes y, TLanes t)
        where T : struct, IFloatingPointIeee754<T>
        where TLanes : struct, ILanes<TLanes, T>
    {
        var violation = TLanes.FusedMultiplyAdd(-Sign<T, TLanes>(t), y, TLanes.Broadcast(margin));
        return TLanes.Select(TLanes.LessThanOrEqual(violation, TLanes.Zero), TLanes.Zero, violation);
    }
}
