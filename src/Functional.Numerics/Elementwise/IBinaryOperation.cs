namespace Functional.Numerics.Elementwise;

using System.Numerics;
using Functional.Numerics.Lanes;

/// <summary>A function of two numbers, written once for every vector width.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
public interface IBinaryOperation<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>The function's value in every lane.</summary>
    /// <typeparam name="TLanes">The register.</typeparam>
    /// <param name="x">The first arguments.</param>
    /// <param name="y">The second arguments.</param>
    TLanes Invoke<TLanes>(TLanes x, TLanes y)
        where TLanes : struct, ILanes<TLanes, T>;
}
