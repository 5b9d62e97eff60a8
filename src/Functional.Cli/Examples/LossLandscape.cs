namespace Functional.Cli.Examples;

using System.Linq;
using Functional.Experiments;
using Functional.Networks;
using Functional.Numerics.Randomness;
using LanguageExt;
using static Functional.Networks.Build;

/// <summary>The loss over planes through the space of all parameters (H. Li et al. 2018): along the way that training took, and around where it ended.</summary>
internal static class LossLandscape
{
    public static void Run(ExampleContext context)
    {
        var (samples, key) = (context.Samples, RandomKey.FromSeed(context.Settings.Seed.IfNone(7)));
        var start = Chain(Affine(16), Tanh(), Affine(10)).Initialise<float>(samples.Train.FeatureCount, key);
        var training = new Training(new SoftmaxCrossEntropy(), Optimisers.Momentum(.05));
        var epochs = training.Learn(start, key, samples, new MiniBatch(50), context.Quick ? 4 : 20, context.Execution);
        var end = epochs[^1].State.Network;
        var path = epochs.Select(epoch => epoch.State.Network.Parameters).Prepend(start.Parameters).ToArray();

        var (side, few) = (context.Quick ? 9 : 31, samples.Train.Take(200).As<float>());
        var plane = ParameterPlane<float>.Principal(path.ToSeq().Strict());
        var places = path.Select(plane.Project).ToArray();
        var along = LossSurface.Of(end, plane, training.Objective, few, PlaneGrid.Around(places, .3, side, side), context.Execution);
        var around = LossSurface.Of(end, ParameterPlane<float>.Random(end.Parameters, key), training.Objective, few, new PlaneGrid(-1, 1, -1, 1, side, side), context.Execution);

        context.Say($"{end.Parameters.Count:N0} parameters, of which a picture shows two directions: the two in which the way of training is spread the most.");
        context.Table([new("epoch", 5), new("x", 9), new("y", 9), new("loss at the place in the plane", 30), new("loss of the network", 19)], Enumerable.Range(0, path.Length)
            .Where(epoch => epoch < 3 || epoch == path.Length - 1 || epoch % 5 == 0)
            .Select(epoch => Row.Of($"{epoch}", $"{places[epoch].X:0.0000}", $"{places[epoch].Y:0.0000}", $"{Loss(plane[places[epoch]]):0.00000}", $"{Loss(path[epoch]):0.00000}")));
        context.Show(new("Loss along the way of training", "first direction", "second direction", [new Mark.Surface("loss", along, AxisScale.Logarithmic), new Mark.Trail("training", places)]));
        context.Draw("loss-landscape.svg", new Plot(
            "Loss along the way of training", "first principal direction", "second", [new Mark.Surface("loss", along, AxisScale.Logarithmic), new Mark.Trail("training", places)], aspect: 1));
        context.Draw("loss-landscape-around.svg", new Plot(
            "Loss around the trained network", "a random direction, as long as each unit's weights", "another one", [new Mark.Surface("loss", around, AxisScale.Logarithmic)], aspect: 1));

        float Loss(Parameters<float> at) => Evaluation<float>.Of(end.With(at), training.Objective.Loss, few, context.Execution).Loss;
    }
}
