namespace Functional.Networks;

using System.Runtime.CompilerServices;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Lanes;

/// <summary>A running mean: <c>kept · x + added · y</c>, the mean x first.</summary>
/// <param name="Kept">How much of the mean is kept.</param>
/// <param name="Added">How much of the new number is added.</param>
internal readonly record struct RunningMean<T>(T Kept, T Added) : IBinaryOperation<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>The mean that keeps β and adds 1 − β.</summary>
    public static RunningMean<T> Of(double decay) => new(T.CreateChecked(decay), T.CreateChecked(1 - decay));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Invoke<TLanes>(TLanes x, TLanes y)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.FusedMultiplyAdd(TLanes.Broadcast(Kept), x, TLanes.Broadcast(Added) * y);
}
