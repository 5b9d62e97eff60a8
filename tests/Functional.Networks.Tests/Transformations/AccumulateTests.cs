namespace Functional.Networks.Tests.Transformations;

using System;
using System.Linq;
using Xunit;

public sealed class AccumulateTests
{
    [Fact]
    public void Parameters_rest_until_the_last_step_and_then_see_the_mean()
    {
        var parameters = Material.Column(1, -0.0);
        var steps = Material.Steps(new Accumulate(3, Optimisers.Sgd(1)), parameters, new[] { 1.0, 2, 6, 3, 3, 3 }.Select(value => Material.Column(value, 0))).Select(after => after.Unroll()).ToArray();
        Assert.Equal([1, 1, -2, -2, -2, -5], steps.Select(after => after[0]));
        Assert.True(double.IsNegative(steps[1][1]));
    }

    [Fact]
    public void The_transformation_inside_counts_the_steps_in_which_it_works()
    {
        var optimiser = new Accumulate(4, Optimisers.Adam(new StepDecay(1, 0.5, 1)));
        var parameters = Material.Column(1, 2);
        var state = optimiser.Start(parameters);
        for (var step = 0; step < 11; step++)
        {
            (_, state) = optimiser.Step(parameters, state, parameters);
        }

        Assert.Equal(11, state.Steps);
        Assert.Equal(2, state.Parts[0].Steps);
        Assert.Equal(2, state.Parts[0].Parts[0].Steps);
    }

    [Fact]
    public void A_count_below_one_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new Accumulate(0, Optimisers.Sgd(1)));
}
