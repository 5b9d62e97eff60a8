namespace Functional.Networks.Tests.Transformations;

using System;
using System.Linq;
using Xunit;

/// <summary>Transformations that look at the objective.</summary>
public sealed class ObjectiveTests
{
    [Fact]
    public void On_a_plateau_the_scale_falls_after_more_bad_values_than_patience_bears() =>
        Assert.Equal([1, 1, 1, 1, 1, 0.5, 0.5, 0.5, 0.25, 0.25], Scales(new ReduceOnPlateau(0.5, patience: 2), [8, 7, 7, 7, 7, 7, 7, 7, 1, 1]));

    [Fact]
    public void A_relative_improvement_that_is_too_small_counts_as_none() =>
        Assert.Equal([1, 1, 0.5, 0.5, 0.5], Scales(new ReduceOnPlateau(0.5, patience: 0, threshold: 0.1), [10, 9.5, 8.9, 8, 7]));

    [Fact]
    public void The_scale_does_not_fall_below_the_least() =>
        Assert.Equal([1, 1, 0.5, 0.3, 0.3], Scales(new ReduceOnPlateau(0.5, patience: 0, least: 0.3), [1, 1, 1, 1, 1]));

    [Fact]
    public void Periods_are_averaged() =>
        Assert.Equal([1, 1, 1, 1, 0.5, 0.5, 0.5], Scales(new ReduceOnPlateau(0.5, patience: 0, period: 2), [4, 2, 1, 5, 1, 1, 1]));

    [Fact]
    public void An_adaptive_rate_takes_every_new_best_but_bears_few_small_steps()
    {
        Assert.Equal([1, 1, 1, 0.2, 0.2, 0.2], Scales(new AdaptRate(1, patience: 1, tolerance: 0.5), [10, 9.6, 9.2, 8.0, 7.0, 6.0]));
        Assert.Equal([1, 1, 1, 1, 1, 1], Scales(new ReduceOnPlateau(0.2, patience: 1, threshold: 0.05), [10, 9.6, 9.2, 8.0, 7.0, 6.0]));
    }

    [Fact]
    public void A_value_that_is_not_a_number_is_no_improvement() =>
        Assert.Equal([1, 1, 0.5, 0.5], Scales(new ReduceOnPlateau(0.5, patience: 0), [1, double.NaN, 0.5, 0.25]));

    [Fact]
    public void Without_the_objective_they_say_what_is_missing() =>
        Assert.Contains("AdaptRate looks at the objective's value", Assert.Throws<ArgumentException>(() => Material.Update(new AdaptRate(1), Material.Column(1), Material.Column(1))).Message, StringComparison.Ordinal);

    [Fact]
    public void Impossible_settings_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReduceOnPlateau(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReduceOnPlateau(patience: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReduceOnPlateau(period: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReduceOnPlateau(least: 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AdaptRate(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AdaptRate(1, divisor: 1));
    }

    private static double[] Scales(GradientTransformation transformation, double[] objectives)
    {
        var parameters = Material.Column(1);
        var state = transformation.Start(parameters);
        return
        [
            .. objectives.Select(objective =>
            {
                (var update, state) = transformation.Step(Material.Column(1), state, parameters, objective);
                return update.Unroll()[0];
            }),
        ];
    }
}
