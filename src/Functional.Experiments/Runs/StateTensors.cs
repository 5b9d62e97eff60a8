namespace Functional.Experiments;

using System.Collections.Generic;
using System.Linq;
using Functional.Networks;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;

/// <summary>The matrices that states of runs are made of, under the names that checkpoints give them.</summary>
internal static class StateTensors
{
    /// <summary>All matrices of a state: "network.0.weights", "chosen.0.weights", "optimiser.part0.moment1.0.weights".</summary>
    public static (string Name, Matrix<T> Values)[] Of<T>(RunState<T> state)
        where T : struct, IFloatingPointIeee754<T> =>
    [
        .. OfNetwork(state.Training.Network, "network."),
        .. state.Chosen.Map(chosen => OfNetwork(chosen, "chosen.")).IfNone(Seq<(string Name, Matrix<T> Values)>.Empty),
        .. OfOptimiser(state.Training.Optimiser, "optimiser."),
    ];

    /// <summary>All matrices of a state of training.</summary>
    public static (string Name, Matrix<T> Values)[] Of<T>(TrainingState<T> state)
        where T : struct, IFloatingPointIeee754<T> => [.. OfNetwork(state.Network, "network."), .. OfOptimiser(state.Optimiser, "optimiser.")];

    /// <summary>A network's parameters and statistics.</summary>
    public static Seq<(string Name, Matrix<T> Values)> OfNetwork<T>(Layer<T> network, string place)
        where T : struct, IFloatingPointIeee754<T> => (network.Parameters.Entries + network.Statistics.Entries).Map(entry => ($"{place}{entry.Name}", entry.Values)).Strict();

    private static IEnumerable<(string Name, Matrix<T> Values)> OfOptimiser<T>(TransformationState<T> state, string place)
        where T : struct, IFloatingPointIeee754<T> =>
        state.Moments.SelectMany((moment, number) => moment.Entries.Select(entry => ($"{place}moment{number}.{entry.Name}", entry.Values)))
            .Concat(state.Parts.SelectMany((part, number) => OfOptimiser(part, $"{place}part{number}.")));
}
