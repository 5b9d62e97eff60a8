namespace Functional.Numerics.Products;

using System.Numerics;
using Functional.Numerics.Lanes;

/// <summary>Reads numbers whose neighbours belong to one row into registers whose neighbours belong to one term: moves only, so no bit can change.</summary>
internal interface IExchange<T, TLanes>
    where T : struct, IFloatingPointIeee754<T>
    where TLanes : struct, ILanes<TLanes, T>
{
    /// <summary>Four terms of as many rows as a register holds.</summary>
    /// <param name="source">The first row's first term.</param>
    /// <param name="step">From one row to the next.</param>
    static abstract (TLanes First, TLanes Second, TLanes Third, TLanes Fourth) Four(ref T source, nint step);
}
