namespace Functional.Cli.Examples;

using System.Linq;
using Functional.Experiments;
using Functional.Networks;
using Functional.Numerics.Randomness;
using static Functional.Networks.Build;

/// <summary>The same network and rate with batches of one sample, of several, and of all: an epoch is as much work each time, an update is not.</summary>
internal static class BatchSize
{
    private static readonly int[] Sizes = [1, 8, 32, 128];

    public static void Run(ExampleContext context)
    {
        var (samples, key) = (context.Samples, RandomKey.FromSeed(context.Settings.Seed.IfNone(7)));
        var network = Chain(Affine(50, new HeNormal()), Relu(), Affine(10)).Initialise<float>(samples.Train.FeatureCount, key);
        var (training, train) = (new Training(new SoftmaxCrossEntropy(), Optimisers.Sgd(.05)), samples.Train.As<float>());
        var before = Evaluation<float>.Of(network, training.Objective.Loss, train, context.Execution).Loss;
        var sizes = Sizes.Select(size => (Name: $"{size}", Sampling: (Sampling)new MiniBatch(size))).Append((Name: $"all {samples.Train.Count:N0}", Sampling: (Sampling)new FullBatch()));
        var runs = sizes.Select(size =>
        {
            var epochs = training.Learn(network, key, samples, size.Sampling, context.Quick ? 3 : 30, context.Execution);
            var losses = epochs.Select(epoch => (double)Evaluation<float>.Of(epoch.State.Network, training.Objective.Loss, train, context.Execution).Loss).Prepend(before).ToArray();
            return (size.Name, PerEpoch: size.Sampling.StepsPerEpoch(samples.Train.Count), Losses: losses, epochs[^1].Validation!.Accuracy);
        }).ToArray();

        context.Say($"{samples.Train.Count:N0} samples, rate 0.05. Small batches make many updates of an epoch, large ones few but surer ones: with as many updates, they come further.");
        context.Table([new("batch", 9), new("updates per epoch", 17), new("updates", 8), new("loss after 1 epoch", 18), new("in the end", 10), new("test accuracy", 13)], runs.Select(run => Row.Of(
            $"{run.Name}", $"{run.PerEpoch:N0}", $"{run.PerEpoch * (run.Losses.Length - 1):N0}", $"{run.Losses[1]:0.00000}", $"{run.Losses[^1]:0.00000}", $"{run.Accuracy:P2}")));
        var loss = new Axis("loss over all training samples", AxisScale.Logarithmic);
        var byEpoch = new Plot("By epochs: equal work", "epoch", loss, runs.Select(run => new Mark.Line(run.Name, run.Losses, first: 0)));
        var byUpdate = new Plot("By updates", new Axis("updates", AxisScale.Logarithmic), loss, runs.Select(run => new Mark.Line(run.Name, run.Losses.Skip(1), run.PerEpoch, run.PerEpoch)));
        context.Show(byEpoch);
        context.Draw("batch-size.svg", new Panels("Batches of several sizes", [byEpoch, byUpdate], columns: 1));
    }
}
