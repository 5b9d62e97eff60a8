namespace Functional.Numerics.Elementwise.Operations;

using System.Numerics;
using System.Runtime.CompilerServices;
using Functional.Numerics.Lanes;

/// <summary>The multiple <c>factor · x</c>.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="Factor">What every element is multiplied by.</param>
public readonly record struct Scale<T>(T Factor) : IUnaryOperation<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Broadcast(Factor) * x;
}
