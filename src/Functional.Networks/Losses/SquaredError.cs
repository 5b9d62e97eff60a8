namespace Functional.Networks;

using System.Runtime.CompilerServices;
using Functional.Numerics;
using Functional.Numerics.Lanes;
using MathNet.Numerics.LinearAlgebra;

/// <summary>The squared error: a sample's loss is <c>Σᵢ (yᵢ − tᵢ)²</c>, or half of it.</summary>
/// <remarks>
/// The gradient is 2·(y − t), or y − t with the half. Textbooks that start from the delta rule write the ½
/// (D. E. Rumelhart, G. E. Hinton, R. J. Williams 1986); libraries' mean squared error is the mean over elements without it.
/// </remarks>
public sealed record SquaredError : Loss
{
    /// <summary>A squared error.</summary>
    /// <param name="reduction">What a batch's loss is.</param>
    /// <param name="half">Whether the loss is halved.</param>
    public SquaredError(Reduction reduction = Reduction.MeanOverSamples, bool half = false)
        : base(reduction) => Half = half;

    /// <summary>Whether the loss is halved.</summary>
    public bool Half { get; }

    /// <inheritdoc/>
    public override string Title => Half ? "half squared error" : "squared error";

    /// <inheritdoc/>
    public override SampleLosses<T> OfSamples<T>(Matrix<T> outputs, Targets<T> targets, Execution? execution = null) =>
        LossColumns.OfSamples(Kernel<T>(), Given.NotNull(outputs), Given.NotNull(targets), execution);

    internal override LossKernel<T> Kernel<T>() => Half ? new ElementwiseLoss<T, Halved<T>>(default) : new ElementwiseLoss<T, Whole<T>>(default);

    private readonly struct Whole<T> : IElementLoss<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Value<TLanes>(TLanes y, TLanes t)
            where TLanes : struct, ILanes<TLanes, T> => (y - t) * (y - t);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Slope<TLanes>(TLanes y, TLanes t)
            where TLanes : struct, ILanes<TLanes, T> => TLanes.Constant(2) * (y - t);
    }

    private readonly struct Halved<T> : IElementLoss<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Value<TLanes>(TLanes y, TLanes t)
            where TLanes : struct, ILanes<TLanes, T> => TLanes.Constant(0.5) * (y - t) * (y - t);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Slope<TLanes>(TLanes y, TLanes t)
            where TLanes : struct, ILanes<TLanes, T> => y - t;
    }
}
