namespace Functional.Numerics.Products;

using System.Numerics;
using System.Runtime.CompilerServices;
using Functional.Numerics.Lanes;

/// <summary>What a tile's chains start from.</summary>
internal interface ITileStart
{
    /// <summary>The numbers that a vector of chains starts from.</summary>
    /// <param name="c">The product as it stands.</param>
    /// <param name="place">Where the vector stands in the product.</param>
    /// <param name="start">The column to start from.</param>
    /// <param name="row">Where the vector stands in that column.</param>
    static abstract TLanes Load<T, TLanes>(ref readonly T c, nuint place, ref readonly T start, nuint row)
        where T : struct, IFloatingPointIeee754<T>
        where TLanes : struct, ILanes<TLanes, T>;

    /// <summary>Chains start from +0.</summary>
    internal readonly struct FromZero : ITileStart
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Load<T, TLanes>(ref readonly T c, nuint place, ref readonly T start, nuint row)
            where T : struct, IFloatingPointIeee754<T>
            where TLanes : struct, ILanes<TLanes, T> => TLanes.Zero;
    }

    /// <summary>Chains start from a column that is the same for all columns of the product, such as a bias.</summary>
    internal readonly struct FromColumn : ITileStart
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Load<T, TLanes>(ref readonly T c, nuint place, ref readonly T start, nuint row)
            where T : struct, IFloatingPointIeee754<T>
            where TLanes : struct, ILanes<TLanes, T> => TLanes.Load(in start, row);
    }

    /// <summary>Chains go on from the product as it stands.</summary>
    internal readonly struct FromProduct : ITileStart
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Load<T, TLanes>(ref readonly T c, nuint place, ref readonly T start, nuint row)
            where T : struct, IFloatingPointIeee754<T>
            where TLanes : struct, ILanes<TLanes, T> => TLanes.Load(in c, place);
    }
}
