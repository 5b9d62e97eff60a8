namespace Functional.Numerics.Elementwise.Operations;

using System.Numerics;
using System.Runtime.CompilerServices;
using Functional.Numerics.Lanes;

/// <summary>The quotient <c>x / divisor</c>.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="Divisor">What every element is divided by.</param>
public readonly record struct DividedBy<T>(T Divisor) : IUnaryOperation<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, T> => x / TLanes.Broadcast(Divisor);
}
