namespace Functional.Numerics.Elementwise.Operations;

using System.Numerics;
using System.Runtime.CompilerServices;
using Functional.Numerics.Lanes;

/// <summary>1 where <c>x ≤ y</c>, elsewhere 0.</summary>
/// <remarks>0 where a number is NaN.</remarks>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly struct IsLessOrEqual<T> : IBinaryOperation<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Invoke<TLanes>(TLanes x, TLanes y)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.LessThanOrEqual(x, y) & TLanes.Constant(1);
}
