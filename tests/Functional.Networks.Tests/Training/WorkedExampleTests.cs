namespace Functional.Networks.Tests.Training;

using System.Linq;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using Xunit;
using static Functional.Networks.Build;

/// <summary>
/// The 2-2-2 sigmoid network that many tutorials on backpropagation work through by hand (M. Mazur, "A step by step backpropagation
/// example", 2015): every figure there, to the digits of double precision.
/// </summary>
public sealed class WorkedExampleTests
{
    private static readonly Layer<double> Network = new Chain<double>(
        new Affine<double>(Dense.Matrix(2, 2, [.15, .25, .20, .30]), Dense.Vector([.35, .35])),
        new Activated<double>(Sigmoid()),
        new Affine<double>(Dense.Matrix(2, 2, [.40, .50, .45, .55]), Dense.Vector([.60, .60])),
        new Activated<double>(Sigmoid()));

    private static readonly Batch<double> Example = new(Dense.Matrix(2, 1, [.05, .10]), new ValueTargets<double>(Dense.Matrix(2, 1, [.01, .99])));

    private static readonly Functional.Networks.Training Training = new(new SquaredError(Reduction.Sum, half: true), Optimisers.Sgd(.5));

    [Fact]
    public void The_forward_pass_gives_the_examples_outputs_and_loss()
    {
        var output = Network.Predict(Example.Inputs);
        Assert.Equal(0.7513650695523157, output[0, 0], 1e-14);
        Assert.Equal(0.7729284653214625, output[1, 0], 1e-14);
        Assert.Equal(0.2983711087600027, Training.Objective.Value(Network, Example, Pass.Inference()), 1e-14);
    }

    [Fact]
    public void One_step_gives_the_examples_weights()
    {
        var step = Training.Step(Training.Start(Network, RandomKey.FromSeed(0)), Example).IfLeft(() => throw new System.InvalidOperationException());
        var parameters = step.State.Network.Parameters;
        Assert.Equal(0.35891647971788465, parameters["2.weights"][0, 0], 1e-14);
        Assert.Equal(0.408666186076233, parameters["2.weights"][0, 1], 1e-14);
        Assert.Equal(0.5113012702387375, parameters["2.weights"][1, 0], 1e-14);
        Assert.Equal(0.5613701211079891, parameters["2.weights"][1, 1], 1e-14);
        Assert.Equal(0.1497807161327628, parameters["0.weights"][0, 0], 1e-14);
        Assert.Equal(0.19956143226552567, parameters["0.weights"][0, 1], 1e-14);
        Assert.Equal(0.24975114363236958, parameters["0.weights"][1, 0], 1e-14);
        Assert.Equal(0.29950228726473915, parameters["0.weights"][1, 1], 1e-14);
    }

    [Fact]
    public void Ten_thousand_steps_learn_the_example()
    {
        var end = Training.Fold(Training.Start(Network, RandomKey.FromSeed(0)), Enumerable.Repeat(Example, 10_000))
            .IfLeft(() => throw new System.InvalidOperationException());
        Assert.Equal(10_000, end.Step);
        Assert.True(Training.Objective.Value(end.Network, Example, Pass.Inference()) < 1e-4);
    }
}
