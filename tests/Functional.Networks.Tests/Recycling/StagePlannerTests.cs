namespace Functional.Networks.Tests.Recycling;

using System.Linq;
using Functional.Numerics;
using Functional.Numerics.Lanes;
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

    [Fact]
    public void Without_layers_the_output_is_the_input()
    {
        using var stages = Planned(isTraining: true, Chain());
        Assert.Same(stages.Input, stages.Output);
        Assert.Equal(5, stages.Output.Rows);
    }

    [Fact]
    public void A_batch_normalisation_anywhere_needs_its_whole_batch_and_nothing_else_does()
    {
        var others = Chain(Affine(4), LayerNormalisation(), RmsNormalisation(), Dropout(0.2), Maxout(4, 2), ParametricRelu(), Residual(Tanh()));
        Assert.False(NeedsWholeBatch(others));
        Assert.True(NeedsWholeBatch(BatchNormalisation()));
        Assert.True(NeedsWholeBatch(Chain(others, Residual(Chain(Tanh(), BatchNormalisation())))));
    }

    [Fact]
    public void Small_affine_layers_take_the_activation_behind_them_along_where_one_thread_has_all_of_a_few_samples()
    {
        var architecture = Chain(Affine(4), Relu(), Residual(Chain(Affine(4))), Affine(4), Softmax(), Affine(3), Dropout(0.1), Tanh(), Affine(5000), Gelu(), Affine(2));
        var isWide = Hardware.Widest is VectorWidth.Bits256 or VectorWidth.Bits512;
        using var few = Planned(isTraining: true, architecture, samples: 4, VectorWidth.Widest);
        Assert.Equal(isWide ? "F1R1A1A1F1D1A1A1A1A1" : "A0A1R1A1A1A1D1A1A1A1A1", Kinds(few));
        Assert.False(few.IsForFew);
        using var more = Planned(isTraining: true, architecture, samples: 5, VectorWidth.Widest);
        Assert.DoesNotContain('F', Kinds(more));
        using var shared = Planned(isTraining: true, architecture, samples: 4);
        Assert.DoesNotContain('F', Kinds(shared));
        using var alone = Planned(isTraining: true, Chain(Affine(4), Relu(), Affine(3)), samples: 4, VectorWidth.Widest);
        Assert.Equal(isWide, alone.IsForFew);
    }

    private static string Kinds(StageChain<double> chain) => string.Concat(chain.Stages.Select(stage => stage.GetType().Name[..1] + (stage.GoesBack ? '1' : '0')));

    private static bool NeedsWholeBatch(Architecture architecture) => StagePlanner<double>.NeedsWholeBatch(architecture.Initialise<double>(5, RandomKey.FromSeed(1)));

    private static StageChain<double> Planned(bool isTraining) => Planned(isTraining, Chain(Dropout(0.2), Tanh(), Residual(Tanh()), Affine(4), Softmax(), Affine(3)));

    private static StageChain<double> Planned(bool isTraining, Architecture architecture, int samples = 9, VectorWidth? alone = null)
    {
        var network = architecture.Initialise<double>(5, RandomKey.FromSeed(1));
        var layout = ParameterLayout.Of(network.Parameters, padding: 8);
        return new StagePlanner<double>(layout, new(network.Statistics, padding: 8), samples, Padding: 8, isTraining, alone).Plan(network, 5);
    }
}
