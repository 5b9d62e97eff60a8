namespace Functional.Networks;

using System.Runtime.CompilerServices;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Lanes;

/// <summary>A running mean of squares: <c>kept · x + added · y²</c>, the mean x first.</summary>
/// <param name="Kept">How much of the mean is kept.</param>
/// <param name="Added">How much of the new square is added.</param>
internal readonly record struct RunningMeanOfSquares<T>(T Kept, T Added) : IBinaryOperation<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>The mean that keeps β and adds 1 − β.</summary>
    public static RunningMeanOfSquares<T> Of(double decay) => new(T.CreateChecked(decay), T.CreateChecked(1 - decay));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Invoke<TLanes>(TLanes x, TLanes y)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.FusedMultiplyAdd(TLanes.Broadcast(Kept), x, TLanes.Broadcast(Added) * y * y);
}
