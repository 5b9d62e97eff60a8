namespace Functional.Verification;

using System;
using System.Linq;
using Functional.Networks;
using Functional.Numerics;

/// <summary>
/// The laws of parameters and statistics: they can be taken out and put back without loss and without touching one another, parameters can
/// be unrolled and rolled up, and each has a name of its own.
/// </summary>
public static class ParameterLaws
{
    /// <summary>The laws for a layer.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="layer">The layer.</param>
    public static LawResult Of<T>(Layer<T> layer)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(layer);
        var parameters = layer.Parameters;
        var unrolled = parameters.Unroll();
        return LawResult.All(
        [
            LawResult.Where(unrolled.Count == parameters.Count, () => $"{parameters.Count} parameters are unrolled to {unrolled.Count} numbers."),
            LawResult.Where(Bits.Same(parameters.Roll(unrolled), parameters), () => "Rolling up what was unrolled gives other parameters."),
            LawResult.Where(Bits.Same(parameters.Roll(unrolled).Unroll().Numbers, unrolled.Numbers), () => "Unrolling what was rolled up gives other numbers."),
            LawResult.Where(Bits.Same(layer.With(parameters).Parameters, parameters), () => "A layer with its own parameters has others."),
            LawResult.Where(Bits.Same(layer.With(parameters.Zeros()).Parameters, parameters.Zeros()), () => "A layer does not take the parameters that it is given."),
            LawResult.Where(Bits.Same(layer.With(parameters.Zeros()).Statistics, layer.Statistics), () => "With other parameters a layer has other statistics."),
            LawResult.Where(Bits.Same(layer.WithStatistics(Moved(layer)).Statistics, Moved(layer)), () => "A layer does not take the statistics that it is given."),
            LawResult.Where(Bits.Same(layer.WithStatistics(Moved(layer)).Parameters, parameters), () => "With other statistics a layer has other parameters."),
            LawResult.Where(
                (parameters.Entries + layer.Statistics.Entries).Map(entry => entry.Name).Distinct(StringComparer.Ordinal).Count() == parameters.Entries.Count + layer.Statistics.Entries.Count,
                () => $"Two parameters or statistics have the same name: {string.Join(", ", (parameters.Entries + layer.Statistics.Entries).Map(entry => entry.Name))}."),
        ]);
    }

    /// <summary>The laws for a random network, in both precisions.</summary>
    /// <param name="network">The network.</param>
    public static LawResult Of(NetworkCase network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return LawResult.All([Of(network.Network<double>()), Of(network.Network<float>())]);
    }

    /// <summary>Other statistics, each number one more.</summary>
    private static Parameters<T> Moved<T>(Layer<T> layer)
        where T : struct, IFloatingPointIeee754<T> => layer.Statistics.Map((_, values) => values + T.One);
}
