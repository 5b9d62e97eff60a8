namespace Functional.Numerics.Products;

using System.Numerics;
using System.Runtime.CompilerServices;
using Functional.Numerics.Lanes;

/// <summary>What becomes of a tile's chains at their end.</summary>
internal interface ITileFinish
{
    /// <summary>The numbers that are stored.</summary>
    /// <param name="chains">The chains at their end.</param>
    /// <param name="c">The product as it stands.</param>
    /// <param name="place">Where the vector stands in the product.</param>
    static abstract TLanes Finish<T, TLanes>(TLanes chains, ref readonly T c, nuint place)
        where T : struct, IFloatingPointIeee754<T>
        where TLanes : struct, ILanes<TLanes, T>;

    /// <summary>The chains' values are the product.</summary>
    internal readonly struct Store : ITileFinish
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Finish<T, TLanes>(TLanes chains, ref readonly T c, nuint place)
            where T : struct, IFloatingPointIeee754<T>
            where TLanes : struct, ILanes<TLanes, T> => chains;
    }

    /// <summary>The chains' values are added to what stands there: a grain's sum to that of the grains before it.</summary>
    internal readonly struct AddTo : ITileFinish
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Finish<T, TLanes>(TLanes chains, ref readonly T c, nuint place)
            where T : struct, IFloatingPointIeee754<T>
            where TLanes : struct, ILanes<TLanes, T> => TLanes.Load(in c, place) + chains;
    }
}
