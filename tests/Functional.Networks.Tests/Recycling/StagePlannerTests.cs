namespace Functional.Networks.Tests.Recycling;

using System.Linq;
using Functional.Numerics.Randomness;
using Xunit;
using static Functional.Networks.Build;

public sealed class StagePlannerTests
{
    [Fact]
    public void The_way_back_comes_as_far_as_the_first_parameters()
    {
        using var stages = Planned(isTraining: true);
        Assert.Equal([0, 0, 0, 1, 1, 1], stages.Stages.Select(stage => stage.Output.Gradients.Length > 0 ? 1 : 0));
        Assert.Empty(stages.Input.Gradients);
    }

    [Fact]
    public void In_inference_nothing_is_dropped_and_there_is_no_way_back()
    {
        using var stages = Planned(isTraining: false);
        Assert.Equal(5, stages.Stages.Length);
        Assert.All(stages.Stages, stage => Assert.Empty(stage.Output.Gradients));
        Assert.Empty(stages.Input.Gradients);
    }

    private static StageChain<double> Planned(bool isTraining)
    {
        var network = Chain(Dropout(0.2), Tanh(), Residual(Tanh()), Affine(4), Softmax(), Affine(3)).Initialise<double>(5, RandomKey.FromSeed(1));
        var layout = ParameterLayout.Of(network.Parameters, padding: 8);
        return new StagePlanner<double>(layout, new(network.Statistics, padding: 8), Samples: 9, Padding: 8, isTraining).Plan(network, 5);
    }
}
