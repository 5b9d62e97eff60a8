namespace Functional.Cli.Examples;

using System.Linq;
using Functional.Data;
using Functional.Experiments;
using Functional.Networks;
using Functional.Numerics.Randomness;
using static Functional.Networks.Build;

/// <summary>Four problems in the plane that no straight line solves, and a network of two layers of 16 units that does.</summary>
internal static class DecisionBoundaries
{
    private static readonly SyntheticSet[] Problems = [new Xor(), new Moons(), new Circles(), new Spirals()];

    public static void Run(ExampleContext context)
    {
        var key = RandomKey.FromSeed(context.Settings.Seed.IfNone(7));
        var training = new Training(new SoftmaxCrossEntropy(), Optimisers.Adam(.02));
        var runs = Problems.Select(problem =>
        {
            var (train, test) = (problem.Draw(key.For("train")), problem.Draw(key.For("test")));
            var network = Chain(Affine(16), Tanh(), Affine(16), Tanh(), Affine(train.OutputCount)).Initialise<double>(2, key);
            var epochs = training.Learn(network, key, new DataSplit(train, test), new FullBatch(), context.Quick ? 40 : 300, context.Execution);
            return (Set: train, epochs[^1].State.Network, Last: epochs[^1], Affine: Line(training, train, key));
        }).ToArray();

        context.Say($"Two layers of 16 tanh units, {(context.Quick ? 40 : 300)} steps of Adam on all samples; beside it the best that an affine layer alone, a straight line, can do.");
        context.Table([new("set", 8, IsText: true), new("samples", 8), new("loss", 8), new("test loss", 9), new("test accuracy", 13), new("a straight line", 15)], runs.Select(run => Row.Of(
            $"{run.Set.Name}", $"{run.Set.Count}", $"{run.Last.TrainingLoss:0.00000}", $"{run.Last.Validation!.Loss:0.00000}", $"{run.Last.Validation!.Accuracy:P1}", $"{run.Affine:P1}")));
        var plots = runs.Select(run => Decisions(run.Set, run.Network)).ToArray();
        context.Show(plots[1]);
        context.Draw("decision-boundaries.svg", new Panels("What a small network makes of the plane", plots));
    }

    private static Plot Decisions(DataSet set, Layer<double> network)
    {
        var points = set.Points().ToArray();
        var regions = new Mark.Regions(DecisionMap.Of(network, PlaneGrid.Around(points.Select(point => point.Place), columns: 40, rows: 40)));
        return new(set.Name, string.Empty, string.Empty, points.Take(150).GroupBy(point => point.Class).OrderBy(points => points.Key)
            .Select(points => (Mark)new Mark.Dots($"class {points.Key}", points.Select(point => point.Place), points.Key)).Prepend(regions), aspect: 1);
    }

    /// <summary>The share that the best affine layer classifies rightly.</summary>
    private static double Line(Training training, DataSet set, RandomKey key)
    {
        var start = Chain(Affine(set.OutputCount)).Initialise<double>(2, key);
        return training.Learn(start, key, new DataSplit(set, set), new FullBatch(), 200)[^1].Validation!.Accuracy;
    }
}
