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
        Assert.Equal(before.Parts, after.Parts);
        Assert.Equal((2, 1), (after.Steps, SkipNonFinite.CountIn(optimiser, after)));
        Assert.Equal(2, SkipNonFinite.CountIn(optimiser, optimiser.Step(parameters, after, parameters, bad).State));
        Assert.Equal(1, SkipNonFinite.CountIn(optimiser, optimiser.Step(parameters, after, parameters, 3.0).State));
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
