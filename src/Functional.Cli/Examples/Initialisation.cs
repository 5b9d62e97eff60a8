namespace Functional.Cli.Examples;

using System;
using System.Linq;
using Functional.Experiments;
using Functional.Networks;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using MathNet.Numerics.LinearAlgebra;
using static Functional.Networks.Build;

/// <summary>Five layers of 100 units: what each hands on at the beginning, and whether the whole learns.</summary>
internal static class Initialisation
{
    private const int Bins = 30;
    private static readonly int[] Shown = [0, 2, 4];
    private static readonly (string Name, Activation Function, double Low, double High)[] Activations = [("sigmoid", Sigmoid(), 0, 1), ("tanh", Tanh(), -1, 1), ("ReLU", Relu(), 0, 3)];
    private static readonly (string Name, Initialiser Weights)[] Beginnings = [("deviation 1", new Normal(1)), ("deviation 0.01", new Normal(.01)), ("Glorot", new GlorotNormal()), ("He", new HeNormal())];

    private static Chain Deep(Activation function, Initialiser weights) =>
        Chain([.. Enumerable.Range(0, 5).SelectMany(_ => new Architecture[] { Affine(100, weights), function }), Affine(10)]);

    /// <summary>1,000 samples of 100 normal numbers.</summary>
    private static Batch<double> Noise(RandomKey key) =>
        new(Dense.Matrix(100, 1000, [.. Enumerable.Range(0, 100_000).Select(i => key.Normal(i))]), new ClassTargets<double>([.. Enumerable.Repeat(0, 1000)]));

    public static void Run(ExampleContext context)
    {
        var key = RandomKey.FromSeed(context.Settings.Seed.IfNone(7));
        var (noise, loss) = (Noise(key.For("inputs")), new SoftmaxCrossEntropy());
        var runs = (
            from activation in Activations
            from beginning in Beginnings
            let deep = Deep(activation.Function, beginning.Weights)
            select (
                Activation: activation,
                Beginning: beginning.Name,
                Outputs: Trace.Of(loss, deep.Initialise<double>(100, key), noise).Filter(layer => layer.Layer is Activated<double>).Map(layer => layer.Output).ToArray(),
                Epochs: new Training(loss, Optimisers.Sgd(.05)).LearnWhileFinite(
                    deep.Initialise<float>(context.Samples.Train.FeatureCount, key), key, context.Samples, new MiniBatch(50), context.Quick ? 2 : 20, context.Execution))).ToArray();
        context.Say($"1,000 samples of 100 normal numbers go through five layers of 100 units. How much the outputs of a layer vary is all that the next one can learn from; beside it, what the network learns of digits.");
        context.Table(
            [new("activation", 10, IsText: true), new("weights", 14, IsText: true), new("deviation after 1", 9), new("3", 8), new("5 layers", 8), new("loss", 8), new("test accuracy", 13)],
            runs.Select(run => Row.Of(
                $"{run.Activation.Name}", $"{run.Beginning}", $"{Deviation(run.Outputs[0]):0.0000}", $"{Deviation(run.Outputs[2]):0.0000}", $"{Deviation(run.Outputs[4]):0.0000}",
                $"{(run.Epochs.Count == 0 ? "diverged" : $"{run.Epochs[^1].TrainingLoss:0.0000}")}", $"{(run.Epochs.Count == 0 ? string.Empty : $"{run.Epochs[^1].Validation!.Accuracy:P2}")}")));
        foreach (var (name, _, low, high) in Activations)
        {
            var own = runs.Where(run => string.Equals(run.Activation.Name, name, StringComparison.Ordinal)).ToArray();
            context.Draw($"initialisation-{name.ToLowerInvariant()}.svg", new Panels($"What layers of {name} hand on", own.Select(run => new Plot(run.Beginning, "output", new Axis("share", isPercent: true), Shown
                .Select(layer => new Mark.Line($"layer {layer + 1}", Histogram.Within(run.Outputs[layer], low, high, Bins).Outline))))));
            context.Draw($"initialisation-{name.ToLowerInvariant()}-loss.svg", new Plot($"Training loss with {name}", "epoch", "loss", own.Select(run => new Mark.Line(run.Beginning, run.Epochs.Select(epoch => epoch.TrainingLoss)))));
        }
    }

    private static double Deviation(Matrix<double> outputs) => ParameterFigures.Of("outputs", outputs).Deviation;
}
