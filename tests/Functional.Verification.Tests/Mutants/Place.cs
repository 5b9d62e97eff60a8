namespace Functional.Verification.Tests.Mutants;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Networks;

/// <summary>A layer within a network, and the network with another layer put there.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Put">From another layer to the network that has it here.</param>
public sealed record Place(Layer<double> Layer, Func<Layer<double>, Layer<double>> Put)
{
    /// <summary>All places in a network, itself among them.</summary>
    public static IEnumerable<Place> In(Layer<double> network) => (network switch
    {
        Chain<double> chain => chain.Layers.SelectMany((layer, number) => In(layer).Select(place =>
            place with { Put = other => new Chain<double>(chain.Layers.Select((own, at) => at == number ? place.Put(other) : own).ToArray()) })),
        Residual<double> residual => In(residual.Inner).Select(place => place with { Put = other => new Residual<double>(place.Put(other)) }),
        _ => [],
    }).Prepend(new Place(network, other => other));
}
