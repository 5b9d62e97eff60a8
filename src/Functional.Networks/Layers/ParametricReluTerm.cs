namespace Functional.Networks;

using System.Runtime.CompilerServices;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Lanes;

/// <summary>A term of the gradient by the slope: from the gradient d by the value, x and the sum so far to <c>d·min(x, 0) + sum</c>.</summary>
internal readonly struct ParametricReluTerm<T> : ITernaryOperation<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Invoke<TLanes>(TLanes x, TLanes y, TLanes z)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.FusedMultiplyAdd(x, TLanes.Select(TLanes.LessThan(TLanes.Zero, y), TLanes.Zero, y), z);
}
