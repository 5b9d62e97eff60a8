namespace Functional.Verification;

using System;
using System.Linq;
using Functional.Networks;
using Functional.Numerics;

/// <summary>The laws of parameters: they can be taken out, unrolled, rolled up and put back without loss, and each has a name of its own.</summary>
public static class ParameterLaws
{
    /// <summary>The laws for a layer.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="layer">The layer.</param>
    public static LawResult Of<T>(Layer<T> layer)
        where T : struct, IFloatingPointIeee754<T>
    {
        var parameters = layer.Parameters;
        var unrolled = parameters.Unroll();
        return LawResult.All(
        [
            LawResult.Where(unrolled.Count == parameters.Count, () => $"{parameters.Count} parameters are unrolled to {unrolled.Count} numbers."),
            LawResult.Where(Bits.Same(parameters.Roll(unrolled), parameters), () => "Rolling up what was unrolled gives other parameters."),
            LawResult.Where(Bits.Same(parameters.Roll(unrolled).Unroll().Numbers, unrolled.Numbers), () => "Unrolling what was rolled up gives other numbers."),
            LawResult.Where(Bits.Same(layer.With(parameters).Parameters, parameters), () => "A layer with its own parameters has others."),
            LawResult.Where(Bits.Same(layer.With(parameters.Zeros()).Parameters, parameters.Zeros()), () => "A layer does not take the parameters that it is given."),
            LawResult.Where(
                parameters.Entries.Map(entry => entry.Name).Distinct(StringComparer.Ordinal).Count() == parameters.Entries.Count,
                () => $"Two parameters have the same name: {string.Join(", ", parameters.Entries.Map(entry => entry.Name))}."),
        ]);
    }

    /// <summary>The laws for a random network, in both precisions.</summary>
    /// <param name="network">The network.</param>
    public static LawResult Of(NetworkCase network) => LawResult.All([Of(network.Network<double>()), Of(network.Network<float>())]);
}
