namespace Functional.Networks.Tests.Transformations;

using System;
using System.Linq;
using LanguageExt;
using Xunit;

public sealed class TransformationTests
{
    private static readonly Parameters<double> One = Material.Column(1);

    [Fact]
    public void A_factor_by_schedule_sees_the_number_of_steps_done() => Assert.Equal([1, 2, 3], Updates(new ScaleBySchedule(new LinearRate(1, 3, 2)), 0, 0, 0));

    [Fact]
    public void What_is_finite_is_transformed_by_what_skips_the_rest() => Assert.Equal([-0.5, -0.5], Updates(new SkipNonFinite(Optimisers.Sgd(0.5)), 1, 1));

    [Fact]
    public void The_rate_is_divided_where_the_objective_gets_no_better_than_the_best() =>
        Assert.Equal([1, 1, 1, 0.5], Updates(new AdaptRate(1, patience: 1, tolerance: 0, divisor: 2), 1, 5, 4, 3));

    [Fact]
    public void An_objective_that_is_better_by_just_the_tolerance_is_no_better() =>
        Assert.Equal([1, 1, 0.5], Updates(new AdaptRate(1, patience: 0, tolerance: 0.5, divisor: 2), 1, 0.5, 0.25));

    [Fact]
    public void A_period_is_judged_by_its_average_at_its_end() =>
        Assert.Equal([1, 1, 1, 1, 1, 1, 0.5], Updates(new AdaptRate(3, patience: 0, tolerance: 0.5, divisor: 2), 3, 3, 3, 2.8, 2.8, 2.8, 0));

    [Fact]
    public void An_objective_that_stays_is_no_better() =>
        Assert.Equal([1, 1, 0.5], Updates(new ReduceOnPlateau(0.5, patience: 0, threshold: 0), 1, 1, 1));

    [Fact]
    public void Only_what_skips_takes_what_is_not_finite()
    {
        Assert.False(GradientTransformation.None.AcceptsNonFinite);
        Assert.False(Optimisers.Momentum(0.1).AcceptsNonFinite);
        Assert.True(new SkipNonFinite(new Momentum()).Then(new Scale(2)).AcceptsNonFinite);
    }

    [Fact]
    public void Names_are_required_of_what_is_inside() =>
        Assert.Throws<ArgumentException>(() => new ForParameters(ParameterChoice.Weights, new Freeze(ParameterChoice.Named("nothing"))).Start(One));

    [Fact]
    public void A_gradient_of_another_shape_is_refused() =>
        Assert.Throws<ArgumentException>(() => new Momentum().Step(Material.Column(1, 2), new Momentum().Start(One), One));

    [Fact]
    public void A_state_must_fit_in_all_its_parts()
    {
        GradientTransformation own = new Chained(Prelude.Seq<GradientTransformation>(new Momentum(), new Scale(2)));
        var state = new Chained(Prelude.Seq<GradientTransformation>(new ScaleByAdam(), new Scale(2))).Start(One);
        Assert.True(own.Fits(own.Start(One)));
        Assert.False(own.Fits(state));
        Assert.Throws<ArgumentException>(() => own.Step(One, state, One));
        Assert.Throws<ArgumentException>(() => AverageParameters.In(own, state));
    }

    [Fact]
    public void Steps_left_out_are_counted_in_all_places()
    {
        var twice = new SkipNonFinite(new Scale(1)).Then(new SkipNonFinite(new Scale(1)));
        Assert.Equal(2, SkipNonFinite.CountIn(twice, twice.Step(One, twice.Start(One), One, double.NaN).State));
    }

    private static double[] Updates(GradientTransformation transformation, params double[] objectives)
    {
        var state = transformation.Start(One);
        return [.. objectives.Select(objective =>
        {
            (var update, state) = transformation.Step(One, state, One, objective);
            return update.Unroll()[0];
        })];
    }
}
