namespace Functional.Networks;

using System.Runtime.CompilerServices;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Lanes;

/// <summary>The larger of two numbers; the first where they are equal or the first is NaN.</summary>
internal readonly record struct Maximum<T> : IBinaryOperation<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Invoke<TLanes>(TLanes x, TLanes y)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Select(TLanes.LessThan(x, y), y, x);
}
