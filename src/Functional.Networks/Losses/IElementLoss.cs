namespace Functional.Networks;

using Functional.Numerics.Lanes;

/// <summary>A loss of one output and its target, written once for every vector width.</summary>
internal interface IElementLoss<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>The loss of output y with target t.</summary>
    TLanes Value<TLanes>(TLanes y, TLanes t)
        where TLanes : struct, ILanes<TLanes, T>;

    /// <summary>Its derivative with respect to y.</summary>
    TLanes Slope<TLanes>(TLanes y, TLanes t)
        where TLanes : struct, ILanes<TLanes, T>;
}
