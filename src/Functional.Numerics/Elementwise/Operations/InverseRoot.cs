namespace Functional.Numerics.Elementwise.Operations;

using System.Numerics;
using System.Runtime.CompilerServices;
using Functional.Numerics.Lanes;

/// <summary>One over a square root, <c>1 / √(x + epsilon)</c>, each operation rounded; NaN where x + epsilon is below 0.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="Epsilon">What keeps the quotient finite for x = 0.</param>
public readonly record struct InverseRoot<T>(T Epsilon) : IUnaryOperation<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Constant(1) / TLanes.Sqrt(x + TLanes.Broadcast(Epsilon));
}
