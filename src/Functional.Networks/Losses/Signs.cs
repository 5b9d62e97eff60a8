namespace Functional.Networks;

using System.Runtime.CompilerServices;
using Functional.Numerics.Lanes;

/// <summary>The sign of a number.</summary>
internal static class Signs
{
    /// <summary>1, 0 or −1; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Of<T, TLanes>(TLanes x)
        where T : struct, IFloatingPointIeee754<T>
        where TLanes : struct, ILanes<TLanes, T>
    {
        var one = TLanes.Constant(1);
        return TLanes.Select(TLanes.LessThan(TLanes.Zero, x), one, TLanes.Select(TLanes.LessThan(x, TLanes.Zero), -one, x));
    }
}
