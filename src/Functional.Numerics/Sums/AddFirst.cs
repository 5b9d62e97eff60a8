namespace Functional.Numerics.Sums;

using System.Numerics;
using System.Runtime.CompilerServices;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Lanes;

/// <summary>A term of a plain sum: <c>z + x</c>, whatever y is.</summary>
internal readonly struct AddFirst<T> : ITernaryOperation<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Invoke<TLanes>(TLanes x, TLanes y, TLanes z)
        where TLanes : struct, ILanes<TLanes, T> => z + x;
}
