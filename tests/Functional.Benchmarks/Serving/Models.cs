namespace Functional.Benchmarks.Serving;

using System;
using System.Collections.Generic;
using Functional.Benchmarks.Workloads;
using Functional.Networks;
using Functional.Numerics.Randomness;

/// <summary>The parts of a workload as this library says them.</summary>
internal static class Models
{
    /// <summary>A network with fresh parameters.</summary>
    public static Layer<T> Initial<T>(Workload workload, RandomKey key)
        where T : struct, IFloatingPointIeee754<T>
    {
        Initialiser? weights = workload.Hidden == ActivationKind.Relu ? new HeNormal() : null;
        var parts = new List<Architecture>();
        for (var layer = 1; layer < workload.Sizes.Length; layer++)
        {
            parts.Add(Build.Affine(workload.Sizes[layer], weights));
            if (ActivationOf(layer < workload.Sizes.Length - 1 ? workload.Hidden : workload.Output) is { } activation)
            {
                parts.Add(activation);
            }
        }

        return Build.Chain([.. parts]).Initialise<T>(workload.Sizes[0], key);
    }

    /// <summary>The way to train.</summary>
    public static Training Training(Workload workload) => new(LossOf(workload.Loss), workload.Adam ? Optimisers.Adam(workload.Rate) : Optimisers.Sgd(workload.Rate));

    private static Activation? ActivationOf(ActivationKind kind) => kind switch
    {
        ActivationKind.Relu => Build.Relu(),
        ActivationKind.Sigmoid => Build.Sigmoid(),
        _ => null,
    };

    private static Loss LossOf(LossKind kind) => kind switch
    {
        LossKind.SoftmaxCrossEntropy => new SoftmaxCrossEntropy(),
        LossKind.SigmoidCrossEntropy => new SigmoidCrossEntropy(Reduction.MeanOverElements),
        LossKind.MeanSquaredError => new SquaredError(Reduction.MeanOverElements),
        LossKind.HalfSquaredError => new SquaredError(half: true),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such loss."),
    };
}
