namespace Functional.Networks.Tests.Recycling;

using System.Linq;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using Functional.Verification;
using LanguageExt;
using Xunit;
using static Functional.Networks.Build;

/// <summary>A run in recycled memory ends where the pure steps end, whichever thread has the first number that is not finite.</summary>
public sealed class DivergenceTests
{
    private const int Features = 3000;

    [Theory]
    [InlineData(0)]
    [InlineData(1024)]
    [InlineData(Features - 1)]
    public void At_a_gradient_of_any_part_of_the_parameters(int feature) =>
        EndsAlike(Optimisers.Sgd(0.1), Wide(), "gradient of layer 0", Sparse(1, 1), Sparse(feature, 1e200, target: 1e150));

    [Theory]
    [InlineData(0)]
    [InlineData(1024)]
    [InlineData(Features - 1)]
    public void At_an_update_of_any_part_of_the_parameters(int feature) =>
        EndsAlike(Optimisers.Sgd(1e300), Wide(), "updated values of '0.weights'", Sparse(feature, 1e10));

    [Fact]
    public void At_the_objective() => EndsAlike(Optimisers.Sgd(0), Wide(0.1), "the penalties", new L2(1e308), Sparse(0, 1));

    [Fact]
    public void At_the_batch_and_at_the_loss()
    {
        EndsAlike(Optimisers.Sgd(0.1), Wide(), "the batch", Sparse(0, 1), Sparse(7, double.NaN));
        EndsAlike(Optimisers.Sgd(0.1), Wide(), "the squared error", Sparse(0, 1), Sparse(7, 1, target: 1e300));
    }

    [Fact]
    public void At_the_statistics()
    {
        var network = Chain(BatchNormalisation(), Affine(1)).Initialise<double>(Features, RandomKey.FromSeed(1));
        EndsAlike(Optimisers.Sgd(0.1), network, "variance", Sparse(0, 1), Sparse(2, 1e200));
    }

    [Fact]
    public void A_step_that_is_left_out_leaves_the_statistics_in_recycled_memory_too()
    {
        var network = Chain(BatchNormalisation(), Affine(1)).Initialise<double>(Features, RandomKey.FromSeed(1));
        var training = new Networks.Training(new SquaredError(), new SkipNonFinite(Optimisers.Adam(0.1)));
        var start = training.Start(network, RandomKey.FromSeed(2));
        foreach (var bad in new[] { Sparse(2, 1e200), Sparse(2, double.NaN), Sparse(2, 1, target: 1e300) }.Select((batch, place) => (batch, place)))
        {
            // Of a single sample there is no variance: the one before the step that was left out goes on.
            Batches([Sparse(0, 1), bad.batch, Sparse(1, 2, samples: 1), Sparse(1, 2)], training, start, isLeft: bad.place == 0);
        }
    }

    [Fact]
    public void A_batch_with_other_features_is_refused_as_by_the_pure_step()
    {
        var training = new Networks.Training(new SquaredError(), Optimisers.Sgd(0.1));
        var start = training.Start(Wide(), RandomKey.FromSeed(2));
        var batch = new Batch<double>(Dense.Matrix(2, 1, new[] { 1.0, 2 }), new ValueTargets<double>(Dense.Matrix(1, 1, new[] { 1.0 })));
        var pure = Assert.ThrowsAny<System.ArgumentException>(() => training.Step(start, batch));
        Assert.Equal(pure.Message, Assert.Throws(pure.GetType(), () => training.Fold(start, [batch])).Message);
    }

    private static void EndsAlike(GradientTransformation optimiser, Layer<double> network, string place, params Batch<double>[] batches) =>
        EndsAlike(new Networks.Training(new SquaredError(), optimiser), network, place, batches);

    private static void EndsAlike(GradientTransformation optimiser, Layer<double> network, string place, Penalty penalty, params Batch<double>[] batches) =>
        EndsAlike(new Networks.Training(new(new SquaredError(), penalty), optimiser), network, place, batches);

    private static void EndsAlike(Networks.Training training, Layer<double> network, string place, Batch<double>[] batches)
    {
        var start = training.Start(network, RandomKey.FromSeed(2));
        Assert.Contains(place, training.Trajectory(start, batches).Last().Match(Right: _ => "no divergence", Left: divergence => divergence.Message), System.StringComparison.Ordinal);
        Batches(batches, training, start, isLeft: true);
    }

    private static void Batches(Batch<double>[] batches, Networks.Training training, TrainingState<double> start, bool isLeft)
    {
        foreach (var execution in RecycledNetworks.Executions)
        {
            Assert.Equal(isLeft, training.Fold(start, batches, execution).IsLeft);
            TrainingLaws.FoldIsRepeatedStep(training, start, batches, execution).Require();
        }
    }

    /// <summary>One output of so many features, whose weights are all alike and fill several blocks.</summary>
    private static Layer<double> Wide(double weight = 0)
    {
        var network = Chain(Affine(1)).Initialise<double>(Features, RandomKey.FromSeed(1));
        return network.With(network.Parameters.Map((_, values) => (values * 0) + weight));
    }

    /// <summary>Samples that are zero but for one feature.</summary>
    private static Batch<double> Sparse(int feature, double value, double target = 1, int samples = 3) => new(
        Dense.Matrix(Features, samples, [.. Enumerable.Range(0, samples * Features).Select(i => i % Features == feature ? value * (1 + (i / Features)) : 0)]),
        new ValueTargets<double>(Dense.Matrix(1, samples, [.. Enumerable.Repeat(target, samples)])));
}
