namespace Functional.Cli.Examples;

using System.Linq;
using Functional.Experiments;
using Functional.Networks;
using Functional.Numerics.Randomness;
using static Functional.Networks.Build;

/// <summary>300 samples are learnt by heart, so the accuracy on them says little about others; what narrows the gap.</summary>
internal static class Regularisation
{
    private static readonly (string Name, Architecture Network, Objective Objective)[] Ways =
    [
        ("nothing", Chain(Affine(100, new HeNormal()), Relu(), Affine(100, new HeNormal()), Relu(), Affine(10)), new SoftmaxCrossEntropy()),
        ("L2 of 0.01", Chain(Affine(100, new HeNormal()), Relu(), Affine(100, new HeNormal()), Relu(), Affine(10)), new Objective(new SoftmaxCrossEntropy(), new L2(.01))),
        ("dropout of 0.3", Chain(Affine(100, new HeNormal()), Relu(), Dropout(.3), Affine(100, new HeNormal()), Relu(), Dropout(.3), Affine(10)), new SoftmaxCrossEntropy()),
        ("batch normalisation", Chain(Affine(100), BatchNormalisation(), Relu(), Affine(100), BatchNormalisation(), Relu(), Affine(10)), new SoftmaxCrossEntropy()),
    ];

    public static void Run(ExampleContext context)
    {
        var key = RandomKey.FromSeed(context.Settings.Seed.IfNone(7));
        var samples = context.Samples with { Train = context.Samples.Train.Take(300) };
        var train = samples.Train.As<float>();
        var runs = Ways.Select(way =>
        {
            var network = way.Network.Initialise<float>(train.DataSet.FeatureCount, key);
            var epochs = new Training(way.Objective, Optimisers.Momentum(.02)).Learn(network, key, samples, new MiniBatch(50), context.Quick ? 5 : 100, context.Execution);
            var known = epochs.Select(epoch => Evaluation<float>.Of(epoch.State.Network, way.Objective.Loss, train, context.Execution).Accuracy).ToArray();
            return (way.Name, Known: known, Unknown: epochs.Select(epoch => epoch.Validation!.Accuracy).ToArray(), epochs[^1].Validation!.Loss);
        }).ToArray();

        context.Say($"Two layers of 100 units learn {train.Count} samples of {samples.Train.Name}; {samples.Test.Count:N0} others tell what that is worth.");
        context.Table([new("regularisation", 19, IsText: true), new("training accuracy", 17), new("test accuracy", 13), new("gap", 8), new("test loss", 9)], runs.Select(run => Row.Of(
            $"{run.Name}", $"{run.Known[^1]:P2}", $"{run.Unknown[^1]:P2}", $"{run.Known[^1] - run.Unknown[^1]:P2}", $"{run.Loss:0.0000}")));
        var floor = runs.Min(run => run.Unknown.Skip(run.Unknown.Length / 4).Min()) - .02;
        context.Draw("regularisation.svg", new Panels("300 samples learnt by heart", runs.Select(run => new Plot(
            run.Name, "epoch", new Axis("accuracy", lowest: floor, isPercent: true), [new Mark.Line("train", run.Known), new Mark.Line("test", run.Unknown)]))));
    }
}
