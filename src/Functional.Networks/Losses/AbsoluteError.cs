namespace Functional.Networks;

using System.Runtime.CompilerServices;
using Functional.Numerics;
using Functional.Numerics.Lanes;
using MathNet.Numerics.LinearAlgebra;

/// <summary>The absolute error: a sample's loss is <c>Σᵢ |yᵢ − tᵢ|</c>.</summary>
/// <remarks>The gradient is the sign of y − t, and 0 where they are equal.</remarks>
public sealed record AbsoluteError : Loss
{
    /// <summary>An absolute error.</summary>
    /// <param name="reduction">What a batch's loss is.</param>
    public AbsoluteError(Reduction reduction = Reduction.MeanOverSamples)
        : base(reduction)
    {
    }

    /// <inheritdoc/>
    public override string Title => "absolute error";

    /// <inheritdoc/>
    public override SampleLosses<T> OfSamples<T>(Matrix<T> outputs, Targets<T> targets, Execution? execution = null) =>
        LossColumns.OfSamples(Kernel<T>(), Given.NotNull(outputs), Given.NotNull(targets), execution);

    internal override LossKernel<T> Kernel<T>() => new ElementwiseLoss<T, Element<T>>(default(Element<T>));

    private readonly struct Element<T> : IElementLoss<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Value<TLanes>(TLanes y, TLanes t)
            where TLanes : struct, ILanes<TLanes, T> => TLanes.Abs(y - t);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Slope<TLanes>(TLanes y, TLanes t)
            where TLanes : struct, ILanes<TLanes, T> => Signs.Of<T, TLanes>(y - t);
    }
}
