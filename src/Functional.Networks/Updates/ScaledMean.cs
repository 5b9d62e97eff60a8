namespace Functional.Networks;

using System.Runtime.CompilerServices;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Lanes;

/// <summary>A mean by the root of a mean of squares, both freed of their start at 0: <c>c₁·x / (√(c₂·y) + ε)</c>.</summary>
/// <param name="FirstCorrection">c₁.</param>
/// <param name="SecondCorrection">c₂.</param>
/// <param name="Epsilon">ε.</param>
internal readonly record struct ScaledMean<T>(T FirstCorrection, T SecondCorrection, T Epsilon) : IBinaryOperation<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Invoke<TLanes>(TLanes x, TLanes y)
        where TLanes : struct, ILanes<TLanes, T> =>
        TLanes.Broadcast(FirstCorrection) * x / (TLanes.Sqrt(TLanes.Broadcast(SecondCorrection) * y) + TLanes.Broadcast(Epsilon));
}
