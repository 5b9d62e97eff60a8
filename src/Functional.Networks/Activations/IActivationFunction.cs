namespace Functional.Networks;

using Functional.Numerics.Lanes;

/// <summary>A function of one number and its derivative, written once for every vector width.</summary>
internal interface IActivationFunction<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>f(x).</summary>
    TLanes Value<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, T>;

    /// <summary>f′(x), where y = f(x) is at hand.</summary>
    TLanes Slope<TLanes>(TLanes x, TLanes y)
        where TLanes : struct, ILanes<TLanes, T>;
}
