namespace Functional.Cli.Examples;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Data;
using Functional.Networks;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using static Functional.Networks.Build;

/// <summary>The exercise of A. Ng's course (2011, week 5): K sigmoid outputs, cross-entropy with L2 on all weights but the biases, weights uniform on ±ε, 784-25-10; gradient checking, descent and two minimisers on the unrolled vector.</summary>
internal static class GradientChecking
{
    private const double Epsilon = 0.12;
    private const int MostSamples = 5_000;
    public const int Iterations = 200;

    public static Batch<double> Batch(DataSet train) => train.As<double>().Range(0, Math.Min(MostSamples, train.Count));

    public static Layer<double> Begin(DataSet train, uint seed = 42)
    {
        var (first, random) = NumPyRandom.FromSeed(seed).Uniform(25, train.FeatureCount + 1);
        var (second, _) = random.Uniform(train.OutputCount, 26);
        return Weights.Between(Sigmoid(), Weights.AffineOfTheta(first.Map(u => (u * 2 * Epsilon) - Epsilon)), Weights.AffineOfTheta(second.Map(u => (u * 2 * Epsilon) - Epsilon)));
    }

    /// <summary>J = −Σ (Y·ln H + (1 − Y)·ln(1 − H)) / m + λ / 2m · Σ Θ² with λ = 1: a penalty of strength λ / m.</summary>
    public static Objective Cost(int samples) => new(new SigmoidCrossEntropy(), new L2(1.0 / samples));

    public static GradientReport Check(DataSet train, uint seed = 42) =>
        GradientCheck.Everywhere(Cost(3), Begin(train, seed), train.As<double>().Range(0, 3), Pass.Inference(Execution.AllCores));

    public static IEnumerable<LearningStep<double>> Steps(Batch<double> batch, Layer<double> network) =>
        new Training(Cost(batch.Count), Optimisers.Sgd(0.1)).Course(network, Enumerable.Repeat(batch, Iterations), Execution.AllCores);

    public static IEnumerable<NetworkIterate<double>> Minimised(Minimiser minimiser, Batch<double> batch, Layer<double> network) =>
        minimiser.Iterates(Cost(batch.Count), network, batch, Pass.Inference(Execution.AllCores));

    public static void Run(ExampleContext context)
    {
        var ((train, test), seed, iterations) = (context.Samples, (uint)context.Settings.Seed.IfNone(42), context.Quick ? 21 : Iterations);
        var (batch, network) = (Batch(train), Begin(train, seed));
        context.Say($"{train.FeatureCount}-25-{train.OutputCount} with sigmoids: {network.Parameters.Count:N0} parameters unrolled to one vector; {batch.Count:N0} samples of {train.Name}.");
        context.Title("Gradient checking: ‖backward − numeric‖ / ‖backward + numeric‖, which should be below 1e-7");
        context.Table([new("parameter", IsText: true), new("derivatives", 11), new("relative difference", 19)],
            Check(train, seed).Tensors.Select(tensor => Row.Of($"{tensor.Name}", $"{tensor.Compared:N0}", $"{tensor.RelativeDifference:0.0e+0}")));
        context.Title("Descent, Θ ← Θ − 0.1·∂J/∂Θ: the cost before the update");
        context.Table([new("iteration", 9), new("cost (nats)", 18), new("test accuracy", 13)], Steps(batch, network).Take(iterations)
            .Where(step => step.Number % 20 == 0 || step.Number == iterations - 1).Select(step => Row.Of($"{step.Number}", $"{step.Cost}", $"{step.Network.AccuracyOn(test):0.00%}")));
        context.Title("The same cost by minimisers; an evaluation, cost and gradient, is what an iteration of descent takes");
        var limits = new MinimiserLimits(context.Quick ? 10 : 100);
        context.Table([new("minimiser", 18, IsText: true), new("iterations", 10), new("evaluations", 11), new("cost (nats)", 18), new("test accuracy", 13)],
            from minimiser in new Minimiser[] { new LimitedMemoryBfgs(limits: limits), new ConjugateGradient(limits) }
            from at in Minimised(minimiser, batch, network).Where(at => at.Iterations % 20 == 10 || at.Stop is not null)
            select Row.Of($"{minimiser.GetType().Name}", $"{at.Iterations}", $"{at.Evaluations}", $"{at.Value}", $"{at.Network.AccuracyOn(test):0.00%}"));
    }
}
