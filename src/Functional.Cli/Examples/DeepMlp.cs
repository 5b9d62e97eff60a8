namespace Functional.Cli.Examples;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Networks;
using Functional.Numerics.Randomness;
using MathNet.Numerics.LinearAlgebra;
using static Functional.Networks.Build;

/// <summary>8-16-16-16-16-3 with ReLU on squared error, two samples, weights 0.001 · rand; then 5, 10 and 100 layers, and why that start fails.</summary>
internal static class DeepMlp
{
    public static readonly Start Tiny = Start.Scaled("0.001 · rand", (random, inputs, outputs) => random.Uniform(inputs, outputs), _ => 0.001);
    public static readonly Start He = Start.Scaled("√(2/n) · randn", (random, inputs, outputs) => random.Normal(inputs, outputs), inputs => Math.Sqrt(2.0 / inputs));
    public static readonly Start Same = new("identity", (random, inputs, outputs) => inputs == outputs ? (Matrix<double>.Build.DenseIdentity(inputs), random) : He.Draw(random, inputs, outputs));

    /// <summary>The fed-back gradient is 2·(y − t); the loss shown is the mean of squares, a sixth of what is made small.</summary>
    public static Training Training(double rate) => new(new SquaredError(Reduction.Sum), Optimisers.Sgd(rate));

    public static (Layer<double> Network, Batch<double> Batch) Begin(int layers, Start start, uint seed = 0)
    {
        var (inputs, random) = NumPyRandom.FromSeed(seed).Uniform(2, 8);
        var (targets, next) = random.Uniform(2, 3);
        var affine = new Affine<double>[layers];
        for (var i = 0; i < layers; i++)
        {
            (var weights, next) = start.Draw(next, i == 0 ? 8 : 16, i == layers - 1 ? 3 : 16);
            affine[i] = Weights.Affine(weights.Transpose());
        }

        return (Weights.Between(Relu(), affine), new(inputs.Transpose(), new ValueTargets<double>(targets.Transpose())));
    }

    /// <summary>The mean of squares before each step.</summary>
    public static IEnumerable<(double Loss, Layer<double> Network)> Steps(int layers, Start start, double rate, int epochs, uint seed = 0)
    {
        var (network, batch) = Begin(layers, start, seed);
        return Training(rate).Course(network, Enumerable.Repeat(batch, epochs)).Select(step => (step.Cost / 6, step.Network));
    }

    public static void Run(ExampleContext context)
    {
        var seed = (uint)context.Settings.Seed.IfNone(0);
        context.Title("Five layers, weights 0.001 · rand, rate 0.1: ten epochs");
        context.Table([new("epoch", 5), new("mean of squares", 20)], Steps(5, Tiny, 0.1, 10, seed).Select((step, i) => Row.Of($"{i + 1}", $"{step.Loss}")));
        context.Title("How far a signal comes: root mean squares in the first and the last hidden layer, and what 200 epochs learn");
        context.Table(
            [new("layers", 6), new("weights", 14, IsText: true), new("rate", 5), new("z first", 8), new("z last", 8), new("δ last", 8), new("δ first", 8), new("loss before", 11), new("loss after", 10)],
            from at in new[] { (Layers: 5, Rate: 0.01), (Layers: 10, Rate: 0.01), (Layers: 100, Rate: 0.001) }
            from start in new[] { Tiny, He, Same }
            let rate = start == Tiny ? 0.1 : at.Rate
            let begin = Begin(at.Layers, start, seed)
            let hidden = Trace.Of(new SquaredError(Reduction.Sum), begin.Network, begin.Batch).Where(layer => layer.Layer is Affine<double>).SkipLast(1).ToArray()
            let losses = Steps(at.Layers, start, rate, context.Quick && at.Layers > 10 ? 2 : 201, seed).Select(step => step.Loss).ToArray()
            select Row.Of($"{at.Layers}", $"{start.Name}", $"{rate}", $"{hidden[0].Output.Size:0.0e+0}", $"{hidden[^1].Output.Size:0.0e+0}", $"{hidden[^1].OutputGradient.Size:0.0e+0}", $"{hidden[0].OutputGradient.Size:0.0e+0}", $"{losses[0]:0.00000}", $"{losses[^1]:0.0e+0}"));
        context.Say($"0.062 is the targets' variance: what is left when only the last biases learn. A layer of tiny weights passes on less than a hundredth of z, and gives back less than a hundredth of δ, so nothing else moves. He's weights keep both sizes on average, which is enough for ten layers; over a hundred of 16 units chance adds up. The identity hands every signal on as it is, and learns at any depth.");
    }
}
