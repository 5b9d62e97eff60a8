namespace Functional.Numerics.Elementwise;

using System.Numerics;
using Functional.Numerics.Lanes;

/// <summary>A function of three numbers, written once for every vector width.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
public interface ITernaryOperation<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>The function's value in every lane.</summary>
    /// <typeparam name="TLanes">The register.</typeparam>
    /// <param name="x">The first arguments.</param>
    /// <param name="y">The second arguments.</param>
    /// <param name="z">The third arguments.</param>
    TLanes Invoke<TLanes>(TLanes x, TLanes y, TLanes z)
        where TLanes : struct, ILanes<TLanes, T>;
}
