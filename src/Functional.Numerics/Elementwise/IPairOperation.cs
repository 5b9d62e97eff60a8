namespace Functional.Numerics.Elementwise;

using System.Numerics;
using Functional.Numerics.Lanes;

/// <summary>Two functions of the same two numbers, written once for every vector width, for values that take the place of their arguments.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
internal interface IPairOperation<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>The functions' values in every lane.</summary>
    /// <typeparam name="TLanes">The register.</typeparam>
    /// <param name="x">The first arguments.</param>
    /// <param name="y">The second arguments.</param>
    /// <param name="second">What takes the place of the second arguments.</param>
    /// <returns>What takes the place of the first arguments.</returns>
    TLanes Invoke<TLanes>(TLanes x, TLanes y, out TLanes second)
        where TLanes : struct, ILanes<TLanes, T>;
}
