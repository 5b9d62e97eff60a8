namespace Functional.Cli.Examples;

using System.Linq;
using Functional.Experiments;
using Functional.Networks;
using Functional.Numerics.Randomness;
using static Functional.Networks.Build;

/// <summary>A first layer's weights are images of what each unit looks for; the confusion matrix and the worst mistakes show where that fails.</summary>
internal static class FirstLayerWeights
{
    public static void Run(ExampleContext context)
    {
        var (samples, key) = (context.Samples, RandomKey.FromSeed(context.Settings.Seed.IfNone(7)));
        var start = Chain(Affine(18, new HeNormal()), Relu(), Affine(samples.Train.OutputCount)).Initialise<float>(samples.Train.FeatureCount, key);
        var training = new Training(new Objective(new SoftmaxCrossEntropy(), new L2(.001)), Optimisers.Momentum(.05));
        var end = training.Learn(start, key, samples, new MiniBatch(50), context.Quick ? 3 : 30, context.Execution)[^1].State.Network;
        var test = samples.Test.As<float>().All();
        var outputs = end.Predict(test.Inputs, context.Execution);
        var confusion = ConfusionMatrix.Of(outputs, test.Targets);
        var losses = training.Objective.Loss.OfSamples(outputs, test.Targets).Values;
        var worst = Enumerable.Range(0, test.Count).OrderByDescending(sample => losses[sample]).Take(12)
            .Select(sample => (Sample: sample, Truth: test.Targets.ClassOf(sample), Taken: outputs.Column(sample).MaximumIndex(), Loss: losses[sample])).ToArray();

        context.Say($"18 units look at {samples.Train.Shape} pixels. {confusion.Correct:N0} of {confusion.Samples:N0} test samples are classified rightly, {confusion.Accuracy:P2}.");
        context.Table([new("is", 4), new("taken for", 9), new("times", 5)], confusion.Mistakes.Take(5).Select(cell => Row.Of($"{cell.Truth}", $"{cell.Predicted}", $"{cell.Count}")));
        context.Title("Samples of the largest loss");
        context.Table([new("sample", 6), new("is", 4), new("taken for", 9), new("loss", 8)], worst.Take(5).Select(one => Row.Of($"{one.Sample}", $"{one.Truth}", $"{one.Taken}", $"{one.Loss:0.0000}")));
        context.Draw("first-layer-weights.svg", ImageGrid.OfWeights(
            "What each unit looks for", end.Parameters["0.weights"], samples.Train.Shape, note: "Blue weighs for, orange against; the stronger, the more."));
        context.Draw("first-layer-weights-before.svg", ImageGrid.OfWeights("Before training", start.Parameters["0.weights"], samples.Train.Shape));
        context.Draw("confusion.svg", new CountTable("Which digits are taken for which", confusion));
        context.Draw("worst-mistakes.svg", ImageGrid.OfSamples("Samples of the largest loss", samples.Test, worst.Select(one => (one.Sample, $"{one.Truth} → {one.Taken}"))));
    }
}
