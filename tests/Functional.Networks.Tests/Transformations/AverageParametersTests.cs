namespace Functional.Networks.Tests.Transformations;

using System;
using System.Linq;
using Xunit;

public sealed class AverageParametersTests
{
    [Fact]
    public void The_average_begins_at_the_start_and_follows_the_parameters()
    {
        var optimiser = Optimisers.Sgd(1).Then(new AverageParameters(0.75));
        var parameters = Material.Column(4, 0);
        var state = optimiser.Start(parameters);
        Assert.Equal(parameters, Average());
        double[] expected = [4, 0];
        for (var step = 0; step < 5; step++)
        {
            (var update, state) = optimiser.Step(Material.Column(1, step), state, parameters);
            parameters = parameters.Zip(update, (value, change) => value + change);
            expected = [.. expected.Zip(parameters.Unroll(), (average, value) => (0.75 * average) + (0.25 * value))];
            Assert.All(expected.Zip(Average().Unroll()), pair => Assert.Equal(pair.First, pair.Second, 1e-14));
        }

        Parameters<double> Average() => AverageParameters.In(optimiser, state).IfNone(() => throw new InvalidOperationException());
    }

    [Fact]
    public void There_is_none_where_nobody_keeps_it()
    {
        var optimiser = Optimisers.Adam(1);
        Assert.True(AverageParameters.In(optimiser, optimiser.Start(Material.Column(1))).IsNone);
        Assert.Throws<ArgumentException>(() => AverageParameters.In(new AverageParameters(), optimiser.Start(Material.Column(1))));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AverageParameters(1));
    }
}
