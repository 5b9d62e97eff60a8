namespace Functional.Numerics.Elementwise.Operations;

using System.Numerics;
using System.Runtime.CompilerServices;
using Functional.Numerics.Lanes;

/// <summary>The product <c>x · y + z</c>, rounded once.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly struct MultiplyAdd<T> : ITernaryOperation<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Invoke<TLanes>(TLanes x, TLanes y, TLanes z)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.FusedMultiplyAdd(x, y, z);
}
