namespace Functional.Experiments.Tests.Pictures;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Data;
using Functional.Networks;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using static Functional.Networks.Build;

/// <summary>Charts of every kind, with what is awkward: gaps, single points, nothing at all, letters that mean something in XML.</summary>
internal static class Gallery
{
    private static readonly RandomKey Key = RandomKey.FromSeed(9);

    public static IReadOnlyDictionary<string, Chart> Charts { get; } = new Dictionary<string, Chart>(StringComparer.Ordinal)
    {
        ["curves"] = new Plot("Learning curves", "epoch", new Axis("loss (nats)", AxisScale.Logarithmic), [
            new Mark.Line("train", Enumerable.Range(1, 30).Select(epoch => 2.3 / (epoch * epoch))),
            new Mark.Line("validation", Enumerable.Range(1, 30).Select(epoch => (2.4 / epoch) + (0.004 * epoch))),
            new Mark.Rule("chosen epoch", 22)]),
        ["accuracy"] = new Plot("Accuracy", "epoch", new Axis("accuracy", isPercent: true), [
            new Mark.Line("train", Enumerable.Range(1, 8).Select(epoch => 1 - (0.5 / epoch))),
            new Mark.Line("test", Enumerable.Range(1, 8).Select(epoch => 0.97 - (0.5 / epoch)))]),
        ["seven"] = new Plot("Seven lines whose title is so long that it does not fit in one line of a narrow picture", "step", "loss", Enumerable.Range(0, 7).Select(line =>
            (Mark)new Mark.Line($"line {line}", Enumerable.Range(0, 40).Select(i => line + Math.Sqrt(i * (line + 1)))))),
        ["gaps"] = new Plot("Gaps", "step", new Axis("loss", AxisScale.Logarithmic), [
            new Mark.Line("a < b & c", [1, 2, double.NaN, 3, double.NaN, 0, 5, 6, double.PositiveInfinity, -1]), new Mark.Line("nothing", [double.NaN])]),
        ["single"] = new Plot("A single point", "x", "y", [new Mark.Dots("point", [new(3, 4)])]),
        ["empty"] = new Plot("Nothing", "x", "y", []),
        ["huge"] = new Plot("From small to large", "x", "y", [new Mark.Line("line", [new PlanePoint(-1e140, 1e-140), new PlanePoint(1e140, 1e140), new PlanePoint(double.MaxValue, 1)])]),
        ["tiny"] = new Plot("Small differences", "x", "y", [new Mark.Line("line", [1.00001, 1.00002, 1.00005])]),
        ["histogram"] = new Plot("Activations", "value", new Axis("share", isPercent: true), [
            new Mark.Bars("tanh", Histogram.Of(Dense.Matrix(1, 2000, [.. Enumerable.Range(0, 2000).Select(i => Key.Normal(i))]), 30))]),
        ["decisions"] = Decisions(new Moons(200), 6),
        ["three"] = Decisions(new Spirals(300), 16),
        ["surface"] = Bowl(),
        ["weights"] = ImageGrid.OfWeights("First-layer weights", Dense.Matrix(12, 64, [.. Enumerable.Range(0, 12 * 64).Select(i => Key.Normal(i))]), new SampleShape(8, 8)),
        ["samples"] = ImageGrid.OfSamples("Worst mistakes", Digits.All(), Enumerable.Range(0, 12).Select(i => (i * 7, $"{i % 10} → {(i * 3) % 10}"))),
        ["holes"] = new ImageGrid("Not a number", [new Tile("one", 2, 3, [1, double.NaN, -2, 0, 3, double.PositiveInfinity]), new Tile(string.Empty, 1, 1, [0])], Tone.Diverging, 3),
        ["confusion"] = new CountTable("Confusion matrix", ConfusionMatrix.Of(
            Enumerable.Range(0, 5000).Select(i => (Key.Below(10, i), Key.Bernoulli(0.9, i) ? Key.Below(10, i) : Key.Below(10, i + 10000))), 10)),
        ["names"] = new CountTable("Long names", ConfusionMatrix.Of([(0, 0), (1, 1), (1, 0)], 3), ["Iris setosa", "Iris versicolor", "Iris virginica"]),
        ["many"] = new CountTable("Sixty classes", ConfusionMatrix.Of(Enumerable.Range(0, 600).Select(i => (i % 60, i % 7 == 0 ? 3 : i % 60)), 60)),
        ["panels"] = new Panels("Side by side", [Decisions(new Xor(120), 5), Decisions(new Circles(120), 5), Bowl(), new Plot("Loss", "step", "loss", [new Mark.Line(string.Empty, [3.0, 2, 1])])], note: "All four by the same key."),
    };

    private static Plot Decisions(SyntheticSet set, int hidden)
    {
        var data = set.Draw(Key);
        var samples = data.As<double>();
        var training = new Training(new SoftmaxCrossEntropy(), Optimisers.Adam(0.05));
        var start = Chain(Affine(hidden), Tanh(), Affine(data.OutputCount)).Initialise<double>(2, Key);
        var network = training.Fold(training.Start(start, Key), samples, new FullBatch(), 150).Match(Right: state => state.Network, Left: fault => throw new InvalidOperationException(fault.Message));
        var points = data.Points();
        return new(data.Name, "x", "y", Enumerable.Range(0, data.OutputCount)
            .Select(index => (Mark)new Mark.Dots($"class {index}", points.Filter(point => point.Class == index).Map(point => point.Place)))
            .Prepend(new Mark.Regions(DecisionMap.Of(network, PlaneGrid.Around(points.Map(point => point.Place))))), aspect: 1);
    }

    private static Plot Bowl()
    {
        var grid = new PlaneGrid(-10, 10, -5, 5, 60, 40);
        var path = Optimisers.Momentum(0.05).Descend(at => new((at[0] * at[0] / 20) + (at[1] * at[1]), Dense.Vector([at[0] / 10, 2 * at[1]])), Dense.Vector([-7.0, 2])).Take(40);
        return new("Momentum in a bowl", "x", "y", [
            new Mark.Surface("f", LossSurface.Of((x, y) => (x * x / 20) + (y * y), grid)), new Mark.Trail("momentum", path.Select(point => new PlanePoint(point.Point[0], point.Point[1])))]);
    }
}
