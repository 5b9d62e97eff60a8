namespace Functional.Cli.Examples;

using System.Linq;
using Functional.Experiments;
using Functional.Networks;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using MathNet.Numerics.LinearAlgebra;
using static Functional.Networks.Build;

/// <summary>Six optimisers in the bowl f = x²/20 + y², from (−7, 2), with the rates that courses take; then on digits.</summary>
internal static class SixOptimisers
{
    private static readonly (string Name, GradientTransformation InBowl, GradientTransformation OnDigits)[] All =
    [
        ("SGD", Optimisers.Sgd(.95), Optimisers.Sgd(.1)),
        ("momentum", Optimisers.Momentum(.1), Optimisers.Momentum(.02)),
        ("Nesterov", Optimisers.Nesterov(.1), Optimisers.Nesterov(.02)),
        ("AdaGrad", Optimisers.AdaGrad(1.5), Optimisers.AdaGrad(.03)),
        ("RMSProp", Optimisers.RmsProp(.3, decay: .9), Optimisers.RmsProp(.002)),
        ("Adam", Optimisers.Adam(.3), Optimisers.Adam(.004)),
    ];

    private static readonly LossSurface Surface = LossSurface.Of((x, y) => (x * x / 20) + (y * y), new PlaneGrid(-10, 10, -5, 5, 40, 24));

    private static FunctionValue<double> Bowl(Vector<double> at) => new((at[0] * at[0] / 20) + (at[1] * at[1]), Dense.Vector([at[0] / 10, 2 * at[1]]));

    public static void Run(ExampleContext context)
    {
        context.Say($"The bowl f = x²/20 + y² is ten times as steep across as along: the gradient hardly points at its bottom.");
        var paths = All.Select(each => (each.Name, Path: each.InBowl.Descend(Bowl, Dense.Vector([-7.0, 2])).Take(31).ToArray())).ToArray();
        context.Table([new("optimiser", 9, IsText: true), new("f after 10 steps", 16), new("x after 30", 10), new("y after 30", 10), new("f after 30", 10)], paths.Select(each => Row.Of(
            $"{each.Name}", $"{each.Path[10].Value:0.00000}", $"{each.Path[30].Point[0]:0.0000}", $"{each.Path[30].Point[1]:0.0000}", $"{each.Path[30].Value:0.00000}")));
        context.Draw("optimisers-bowl.svg", new Panels("Thirty steps in the bowl x²/20 + y²", paths.Select(each => new Plot(
            each.Name, string.Empty, string.Empty, [new Mark.Surface(string.Empty, Surface, levels: 8), new Mark.Trail(string.Empty, each.Path.Select(at => new PlanePoint(at.Point[0], at.Point[1])))]))));

        var key = RandomKey.FromSeed(context.Settings.Seed.IfNone(7));
        var network = Chain(Affine(50, new HeNormal()), Relu(), Affine(10)).Initialise<float>(context.Samples.Train.FeatureCount, key);
        var runs = All.Select(each => (each.Name, Epochs: new Training(new SoftmaxCrossEntropy(), each.OnDigits)
            .Learn(network, key, context.Samples, new MiniBatch(100), context.Quick ? 3 : 20, context.Execution))).ToArray();
        context.Title("The same network on digits, from the same weights, in the same batches");
        context.Table([new("optimiser", 9, IsText: true), new("loss of epoch 1", 15), new("of the last", 11), new("test accuracy", 13)], runs.Select(run => Row.Of(
            $"{run.Name}", $"{run.Epochs[0].TrainingLoss:0.00000}", $"{run.Epochs[^1].TrainingLoss:0.00000}", $"{run.Epochs[^1].Validation!.Accuracy:P2}")));
        var curves = new Plot("Training loss", "epoch", new Axis("loss", AxisScale.Logarithmic), runs.Select(run => new Mark.Line(run.Name, run.Epochs.Select(epoch => epoch.TrainingLoss))));
        context.Show(curves);
        context.Draw("optimisers.svg", curves);
    }
}
