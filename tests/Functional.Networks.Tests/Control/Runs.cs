namespace Functional.Networks.Tests.Control;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;
using static Functional.Networks.Build;

/// <summary>Small runs to be stopped and looked at.</summary>
internal static class Runs
{
    public static readonly RandomKey Key = RandomKey.FromSeed(17);

    public static readonly Networks.Training Training = new(new SoftmaxCrossEntropy(), Optimisers.Momentum(0.05));

    public static readonly MiniBatch Sampling = new(7);

    /// <summary>30 samples of three classes.</summary>
    public static readonly ISampleSource<double> Source = new Few(Batch(30, Key));

    /// <summary>13 more.</summary>
    public static readonly ISampleSource<double> Validation = new Few(Batch(13, Key.For("validation")));

    public static TrainingState<double> Start => Training.Start(Chain(Affine(6), Tanh(), Affine(3)).Initialise<double>(4, Key), Key);

    public static IEnumerable<Either<Divergence, Advance<double>>> Trajectory => Training.Trajectory(Start, Sampling.Batches(Source, Key));

    /// <summary>A trajectory of given losses, all of the state at its beginning but for the step.</summary>
    public static IEnumerable<Either<Divergence, Advance<double>>> Of(params double[] losses) =>
        losses.Select((loss, step) => (Either<Divergence, Advance<double>>)new Advance<double>(Start with { Step = step + 1 }, new(step, loss, loss, (int)(100 * (1 - loss)), 100)));

    public static TRight Right<TRight>(Either<Divergence, TRight> either) => either.IfLeft(divergence => throw new InvalidOperationException(divergence.Message));

    private static Batch<double> Batch(int count, RandomKey key) => new(
        Dense.Matrix(4, count, [.. Enumerable.Range(0, 4 * count).Select(i => key.Normal(i) + (i / 4 % 3 == i % 4 ? 1 : 0))]),
        new ClassTargets<double>([.. Enumerable.Range(0, count).Select(i => i % 3)]));

    /// <summary>A batch as a source of samples.</summary>
    private sealed record Few(Batch<double> All) : ISampleSource<double>
    {
        public int Count => All.Count;

        public Batch<double> Gather(ReadOnlySpan<int> indices)
        {
            var chosen = indices.ToArray();
            return new(
                Matrix<double>.Build.DenseOfColumns(chosen.Select(index => All.Inputs.Column(index))),
                new ClassTargets<double>([.. chosen.Select(All.Targets.ClassOf)]));
        }
    }
}
