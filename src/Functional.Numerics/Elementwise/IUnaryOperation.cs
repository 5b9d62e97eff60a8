namespace Functional.Numerics.Elementwise;

using System.Numerics;
using Functional.Numerics.Lanes;

/// <summary>A function of one number, written once for every vector width.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
public interface IUnaryOperation<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>The function's value in every lane.</summary>
    /// <typeparam name="TLanes">The register.</typeparam>
    /// <param name="x">The arguments.</param>
    TLanes Invoke<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, T>;
}
