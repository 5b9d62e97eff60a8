namespace Functional.Cli.Examples;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Data;
using Functional.Networks;
using Functional.Numerics.Randomness;
using static Functional.Networks.Build;

/// <summary>784-50-10 with ReLU and softmax-with-loss, as "Deep Learning from Scratch" (K. Saito, 2016, chapter 5) trains it: a gradient check, then batches of 100 drawn with replacement, at rate 0.1.</summary>
internal static class TwoLayerNet
{
    private const int BatchSize = 100;
    public static readonly Training Training = new(new SoftmaxCrossEntropy(), Optimisers.Sgd(0.1));

    /// <summary>The network as it begins, weights 0.01 · randn, and the random stream behind it.</summary>
    public static (Layer<double> Network, NumPyRandom Random) Begin(DataSet train, uint seed = 0)
    {
        var (first, random) = NumPyRandom.FromSeed(seed).Normal(train.FeatureCount, 50);
        var (second, next) = random.Normal(50, train.OutputCount);
        return (Weights.Between(Relu(), Weights.Affine(0.01 * first.Transpose()), Weights.Affine(0.01 * second.Transpose())), next);
    }

    /// <summary>A batch for each step, without end.</summary>
    public static IEnumerable<Batch<double>> Batches(Samples<double> train, NumPyRandom random)
    {
        while (true)
        {
            var (chosen, next) = random.Choice(train.Count, BatchSize);
            yield return train.Gather(chosen.AsSpan());
            random = next;
        }
    }

    /// <summary>The backward pass beside (f(x + h) − f(x − h)) / 2h with h = 10⁻⁴, on three samples.</summary>
    public static GradientReport Check(DataSet train, uint seed = 0) =>
        GradientCheck.ByTwoPoints(Training.Objective, Begin(train, seed).Network, train.As<double>().Range(0, 3), Pass.Inference(Numerics.Execution.AllCores));

    public static IEnumerable<LearningStep<double>> Steps(DataSet train, uint seed = 0)
    {
        var (network, random) = Begin(train, seed);
        return Training.Course(network, Batches(train.As<double>(), random));
    }

    public static void Run(ExampleContext context)
    {
        var (train, test) = context.Samples;
        var (seed, iterations, period) = ((uint)context.Settings.Seed.IfNone(0), context.Quick ? 301 : 10_000, context.Quick ? 60 : Math.Max(600, train.Count / BatchSize));
        context.Say($"{train.FeatureCount}-50-{train.OutputCount}: affine, ReLU, affine, softmax with cross-entropy; {train.Count:N0} samples of {train.Name}.");
        context.Title("Gradient check: mean |backward − numeric| over the derivatives by each parameter");
        context.Table([new("parameter", IsText: true), new("derivatives", 11), new("mean difference", 15)], Check(train, seed).Tensors.Select(tensor => Row.Of($"{tensor.Name}", $"{tensor.Compared:N0}", $"{tensor.MeanDifference:0.0e+0}")));
        context.Title($"{iterations:N0} iterations of 100 samples drawn with replacement, W ← W − 0.1·∂L/∂W");
        context.Table(
            [new("iteration", 9), new("epoch", 5), new("loss (nats)", 11), new("train", 7), new("test", 7)],
            Steps(train, seed).Take(iterations).Where(step => step.Number % period == 0).Select(step => Row.Of(
                $"{step.Number:N0}", $"{(double)step.Number * BatchSize / train.Count:0.0}", $"{step.Cost:0.00000}", $"{step.Network.AccuracyOn(train):0.00%}", $"{step.Network.AccuracyOn(test):0.00%}")));
    }
}
