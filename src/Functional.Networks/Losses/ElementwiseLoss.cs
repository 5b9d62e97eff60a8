namespace Functional.Networks;

using System.Runtime.CompilerServices;
using Functional.Numerics;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Lanes;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Losses that are a sum of a loss for each output.</summary>
internal static class ElementwiseLoss
{
    public static SampleLosses<T> OfSamples<T, TLoss>(TLoss loss, Matrix<T> outputs, Targets<T> targets, Execution? execution)
        where T : struct, IFloatingPointIeee754<T>
        where TLoss : struct, IElementLoss<T>
    {
        var target = LossColumns.TargetsFor(outputs, targets);
        return new(
            LossColumns.Sums(Elements.Map(new ValueOf<T, TLoss>(loss), outputs, target, execution)),
            Elements.Map(new SlopeOf<T, TLoss>(loss), outputs, target, execution));
    }

    private readonly record struct ValueOf<T, TLoss>(TLoss Loss) : IBinaryOperation<T>
        where T : struct, IFloatingPointIeee754<T>
        where TLoss : struct, IElementLoss<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x, TLanes y)
            where TLanes : struct, ILanes<TLanes, T> => Loss.Value(x, y);
    }

    private readonly record struct SlopeOf<T, TLoss>(TLoss Loss) : IBinaryOperation<T>
        where T : struct, IFloatingPointIeee754<T>
        where TLoss : struct, IElementLoss<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x, TLanes y)
            where TLanes : struct, ILanes<TLanes, T> => Loss.Slope(x, y);
    }
}
