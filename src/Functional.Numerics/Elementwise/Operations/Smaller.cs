namespace Functional.Numerics.Elementwise.Operations;

using System.Numerics;
using System.Runtime.CompilerServices;
using Functional.Numerics.Lanes;

/// <summary>The smaller number, <c>min(x, y)</c>.</summary>
/// <remarks>Of equal numbers the first, also of zeros with different signs. NaN where either number is.</remarks>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly struct Smaller<T> : IBinaryOperation<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Invoke<TLanes>(TLanes x, TLanes y)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Select(TLanes.EqualTo(y, y), TLanes.Select(TLanes.LessThan(y, x), y, x), y);
}
