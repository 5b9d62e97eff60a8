namespace Functional.Verification;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Networks;
using Functional.Numerics;
using Functional.Numerics.Randomness;

/// <summary>The law of execution: neither the number of threads nor the width of the vectors changes a bit.</summary>
public static class ExecutionLaws
{
    /// <summary>The executions that are compared: widths from scalar to 512 bits, and 1, 2, 3 and 5 threads.</summary>
    public static IReadOnlyList<Execution> Executions { get; } =
    [
        .. from width in new[] { VectorWidth.Scalar, VectorWidth.Bits128, VectorWidth.Bits256, VectorWidth.Bits512 }
           from threads in new[] { 1, 2, 3, 5 }
           select new Execution { Threads = threads, Width = width },
    ];

    /// <summary>Outputs, loss, gradients and statistics of a network have the same bits however they are computed.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="objective">The objective.</param>
    /// <param name="network">The network.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="key">What a pass that trains draws from; the pass is for inference when left out.</param>
    public static LawResult Of<T>(Objective objective, Layer<T> network, Batch<T> batch, RandomKey? key = null)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(batch);
        var expected = objective.Evaluate(network, batch, PassOf(Execution.Sequential));
        return LawResult.All(Executions.Select(execution => LawResult.Where(
            Bits.Same(objective.Evaluate(network, batch, PassOf(execution)), expected),
            () => $"With {execution.Threads} threads and width {execution.Width} the bits are others than with one thread and the widest vectors.")));

        Pass PassOf(Execution execution) => key is { } own ? Pass.Training(own, execution) : Pass.Inference(execution);
    }

    /// <summary>The law for a random network in training, in both precisions.</summary>
    /// <param name="network">The network, its batch and its objective.</param>
    public static LawResult Of(NetworkCase network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return LawResult.All(
        [
            Of(network.Objective, network.Network<double>(), network.Batch<double>(), RandomKey.FromSeed(network.Seed)),
            Of(network.Objective, network.Network<float>(), network.Batch<float>(), RandomKey.FromSeed(network.Seed)),
        ]);
    }
}
