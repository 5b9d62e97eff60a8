namespace Functional.Cli.Examples;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Data;
using Functional.Networks;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using static Functional.Networks.Build;

/// <summary>784-128-10 with sigmoid and softmax, features × samples, full-batch descent at rate 0.1, with learning-rate decay, momentum and L2 to try.</summary>
internal static class SigmoidSoftmax
{
    private const int MostSamples = 2_000;
    public const int Iterations = 300;

    /// <summary>The samples that it learns from: the first ones, all in one batch.</summary>
    public static Batch<double> Batch(DataSet train) => train.As<double>().Range(0, Math.Min(MostSamples, train.Count));

    public static Layer<double> Begin(DataSet train, uint seed = 42)
    {
        var (first, random) = NumPyRandom.FromSeed(seed).Normal(128, train.FeatureCount);
        var (second, _) = random.Normal(train.OutputCount, 128);
        return Weights.Between(Sigmoid(), Weights.Affine(0.01 * first), Weights.Affine(0.01 * second));
    }

    public static Training Training(ExampleSettings settings) => new(
        settings.L2 > 0 ? new Objective(new SoftmaxCrossEntropy(), new L2(settings.L2)) : new SoftmaxCrossEntropy(),
        Optimisers.Momentum(new InverseTimeDecay(0.1, settings.LearningRateDecay), settings.Momentum));

    public static IEnumerable<LearningStep<double>> Steps(DataSet train, ExampleSettings settings)
    {
        var batch = Batch(train);
        return Training(settings).Course(Begin(train, (uint)settings.Seed.IfNone(42)), Enumerable.Repeat(batch, Iterations), Execution.AllCores);
    }

    public static void Run(ExampleContext context)
    {
        var ((train, test), settings) = (context.Samples, context.Settings);
        var (iterations, period) = context.Quick ? (41, 10) : (Iterations, 20);
        context.Say($"{train.FeatureCount}-128-{train.OutputCount}: affine, sigmoid, affine, softmax; {Batch(train).Count:N0} samples of {train.Name} in one batch.");
        context.Formula($"Z1 = W1·X + b1   A1 = σ(Z1)   Z2 = W2·A1 + b2   A2 = softmax(Z2)");
        context.Formula($"cost = −Σ Y·ln A2 / m + ½·{settings.L2}·Σ W²");
        context.Formula($"dZ2 = (A2 − Y) / m   dW2 = dZ2·A1ᵀ   dZ1 = W2ᵀ·dZ2·A1·(1 − A1)   dW1 = dZ1·Xᵀ");
        context.Formula($"V ← {settings.Momentum}·V + dW   W ← W − 0.1 / (1 + {settings.LearningRateDecay}·t)·V");
        context.Title("Full-batch descent: the cost before the update of an iteration");
        context.Table(
            [new("iteration", 9), new("cost (nats)", 18), new("test accuracy", 13)],
            Steps(train, settings).Take(iterations).Where(step => step.Number % period == 0 || step.Number == iterations - 1)
                .Select(step => Row.Of($"{step.Number}", $"{step.Cost}", $"{step.Network.AccuracyOn(test):0.00%}")));
    }
}
