namespace Functional.Networks.Tests.Transformations;

using System;
using System.Linq;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using LanguageExt;
using Xunit;

public sealed class SkipNonFiniteTests
{
    private static readonly Functional.Networks.Training Careful = new(new SquaredError(), new SkipNonFinite(Optimisers.Adam(0.01)));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_step_that_is_left_out_changes_nothing_but_its_count(double bad)
    {
        var optimiser = new SkipNonFinite(Optimisers.Adam(0.1));
        var parameters = Material.Column(1, -0.0);
        var (_, before) = optimiser.Step(Material.Column(1, 2), optimiser.Start(parameters), parameters);
        var (update, after) = optimiser.Step(Material.Column(1, bad), before, parameters);
        Assert.All(update.Unroll(), number => Assert.True(number == 0 && double.IsNegative(number)));
        Assert.True(before.Parts == after.Parts);
        Assert.Equal((2, 1), (after.Steps, SkipNonFinite.CountIn(optimiser, after)));
        Assert.Equal(2, SkipNonFinite.CountIn(optimiser, optimiser.Step(parameters, after, parameters, bad).State));
        Assert.Equal(1, SkipNonFinite.CountIn(optimiser, optimiser.Step(parameters, after, parameters, 3.0).State));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1023)]
    [InlineData(1024)]
    [InlineData(2047)]
    [InlineData(2048)]
    [InlineData(2499)]
    public void Behind_another_transformation_it_judges_every_number_that_it_gets(int place)
    {
        var numbers = Enumerable.Range(0, 2500).Select(i => Math.Sin(i + 1)).ToArray();
        var parameters = Material.Column(numbers);
        Assert.Equal((0, false), Judged(new Scale(2), numbers, 1.0));
        Assert.Equal((0, false), Judged(new Scale(2), numbers, null));
        Assert.Equal((1, true), Judged(new Scale(2), numbers, double.NaN));
        Assert.Equal((1, true), Judged(new Scale(2), With(double.NaN), 1.0));

        // What it gets is judged, not what the transformation before it got.
        Assert.Equal((0, false), Judged(new ClipByValue(1), With(double.PositiveInfinity), 1.0));
        Assert.Equal((1, true), Judged(new Scale(1e300), With(1e10), 1.0));
        Assert.Equal((1, true), Judged(new ClipByGlobalNorm(1), With(double.NaN), 1.0));

        double[] With(double number) => [.. numbers.Select((own, i) => i == place ? number : own)];

        (long Count, bool IsLeftOut) Judged(GradientTransformation before, double[] gradient, double? objective)
        {
            var optimiser = before.Then(new SkipNonFinite(Optimisers.Sgd(1)));
            var (update, state) = optimiser.Step(Material.Column(gradient), optimiser.Start(parameters), parameters, objective);
            return (SkipNonFinite.CountIn(optimiser, state), update.Unroll().All(number => number == 0 && double.IsNegative(number)));
        }
    }

    [Fact]
    public void For_some_parameters_of_a_finite_step_the_fold_is_the_pure_step()
    {
        var network = Build.Affine(2).Initialise<double>(3, RandomKey.FromSeed(1));
        var training = Careful with { Optimiser = new ForParameters(ParameterChoice.Weights, Careful.Optimiser) };
        var start = training.Start(network, RandomKey.FromSeed(2));
        Assert.Equal(training.Step(start, Batch(1)).Map(advance => advance.State), training.Fold(start, [Batch(1)]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Training_goes_on_and_the_fold_is_the_pure_step(int threads)
    {
        var network = Build.Chain(Build.Affine(9), Build.Tanh(), Build.Affine(2)).Initialise<double>(3, RandomKey.FromSeed(1));
        var batches = Enumerable.Range(0, 6).Select(step => Batch(step is 1 or 4 ? double.NaN : step)).ToArray();
        var start = Careful.Start(network, RandomKey.FromSeed(2));
        var stepped = batches.Aggregate((Either<Divergence, TrainingState<double>>)start, (state, batch) => state.Bind(own => Careful.Step(own, batch).Map(advance => advance.State)));
        var folded = Careful.Fold(start, batches, new Execution { Threads = threads, WorkPerThread = 1 });
        foreach (var state in new[] { stepped, folded })
        {
            Assert.Equal(2, state.Match(Right: end => SkipNonFinite.CountIn(Careful.Optimiser, end.Optimiser), Left: _ => -1));
        }

        Assert.Equal(Text(stepped), Text(folded));
        var without = Careful.Fold(start, batches.Where((_, step) => step is not (1 or 4)));
        Assert.Equal(Text(without), Text(folded));
    }

    [Fact]
    public void Without_it_training_ends_there()
    {
        var network = Build.Affine(2).Initialise<double>(3, RandomKey.FromSeed(1));
        Assert.All(
            new[] { Optimisers.Adam(0.01), new ClipByValue(1).Then(Careful.Optimiser), new Accumulate(2, Careful.Optimiser) },
            optimiser =>
            {
                var training = Careful with { Optimiser = optimiser };
                Assert.True(training.Fold(training.Start(network, RandomKey.FromSeed(2)), [Batch(1), Batch(double.NaN)]).IsLeft);
            });
    }

    private static string Text(Either<Divergence, TrainingState<double>> state) => state.Match(Right: end => Fingerprint.Of(end.Network.Parameters), Left: divergence => divergence.Message);

    private static Batch<double> Batch(double seed) => new(
        Dense.Matrix<double>(3, 5, [.. Enumerable.Range(0, 15).Select(i => Math.Sin((i * 0.7) + seed))]),
        new ValueTargets<double>(Dense.Matrix<double>(2, 5, [.. Enumerable.Range(0, 10).Select(i => Math.Cos(i + seed))])));
}
