namespace Functional.Networks.Tests.Recycling;

using System;
using System.Linq;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using Functional.Verification;
using Xunit;

public sealed class EvaluatorTests
{
    public static TheoryData<string> Names => RecycledNetworks.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void An_evaluation_column_by_column_has_the_bits_of_one_batch(string name)
    {
        var own = RecycledNetworks.Named(name) with { Samples = 300 };
        var (fresh, batch) = (own.Network<float>(), own.Batch<float>());

        // Scales, shifts and statistics are not those of a fresh network, which change nothing.
        var shifted = fresh.With(fresh.Parameters.Map((_, values) => values + 0.25f));
        var statistics = shifted.Forward(batch.Inputs, Pass.Training(RandomKey.FromSeed(1))).Statistics;
        var network = statistics.Entries.IsEmpty ? shifted : shifted.WithStatistics(statistics);
        var outputs = network.Predict(batch.Inputs);
        var correct = Enumerable.Range(0, batch.Count).Count(sample => outputs.Column(sample).MaximumIndex() == batch.Targets.ClassOf(sample));
        var expected = new Evaluation<float>(own.Loss.Evaluate(outputs, batch.Targets).Value, correct, batch.Count);
        foreach (var execution in RecycledNetworks.Executions)
        {
            var classes = Accuracy.Classes(network, new BatchColumns<float>(batch), execution);
            Assert.Equal(Enumerable.Range(0, batch.Count).Select(sample => outputs.Column(sample).MaximumIndex()), classes);
            Assert.Equal(expected, Evaluation<float>.Of(network, own.Loss, new BatchColumns<float>(batch), execution));
        }
    }

    [Fact]
    public void A_network_that_only_knows_batches_classifies_too()
    {
        var own = RecycledNetworks.Named("affine") with { Samples = 600 };
        var (network, batch) = (own.Network<double>(), own.Batch<double>());
        var custom = new Chain<double>(network, CustomLayer<double>.Elementwise("cube", x => x * x * x, x => 3 * x * x));
        var source = new BatchColumns<double>(batch);
        var outputs = custom.Predict(batch.Inputs);
        Assert.Equal(Enumerable.Range(0, 600).Select(sample => Accuracy.ArgMax<double>(outputs.Column(sample).ToArray())), Accuracy.Classes(custom, source));
        Assert.Throws<ArgumentNullException>(() => Accuracy.Classes(null!, source));
        Assert.Throws<ArgumentNullException>(() => Accuracy.Classes(network, null!));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(256)]
    public void Any_number_of_samples_has_the_bits_of_one_batch(int samples)
    {
        var own = RecycledNetworks.Named("penalised and weighted") with { Samples = samples };
        var (network, batch) = (own.Network<double>(), own.Batch<double>());
        foreach (var execution in RecycledNetworks.Executions.Append(new() { Threads = 7, WorkPerThread = 1 }))
        {
            Assert.Equal(own.Loss.Evaluate(network.Predict(batch.Inputs), batch.Targets).Value, Evaluation<double>.Of(network, own.Loss, new BatchColumns<double>(batch), execution).Loss);
        }
    }

    [Theory]
    [InlineData(128, 1, 1)]
    [InlineData(129, 1, 2)]
    [InlineData(300, 1, 3)]
    [InlineData(600, 1, 4)]
    [InlineData(600, 1600, 3)]
    [InlineData(600, 2400, 2)]
    [InlineData(600, 2401, 1)]
    [InlineData(600, 9601, 1)]
    public void A_thread_is_there_for_so_many_multiply_adds_and_for_a_chunk(int samples, long work, int threads)
    {
        // Weights [3 × 1] and a bias, each with room for a vector of 4.
        var own = new NetworkCase(Build.Chain(Build.Affine(3)), 1, new SquaredError(), LanguageExt.Seq<Penalty>.Empty, samples, TargetKind.Values, 3);
        var source = new WatchedColumns<double>(own.Batch<double>());
        var execution = new Execution { Threads = 4, WorkPerThread = work, Width = VectorWidth.Bits256 };
        _ = Evaluation<double>.Of(own.Network<double>(), own.Loss, source, execution);
        Assert.Equal(threads, source.Threads.Count);
    }

    [Fact]
    public void Each_sample_but_a_chunks_first_two_is_announced_two_before_it_is_copied()
    {
        var own = RecycledNetworks.Named("affine") with { Samples = 130 };
        var source = new WatchedColumns<double>(own.Batch<double>());
        _ = Evaluation<double>.Of(own.Network<double>(), own.Loss, source);
        Assert.Equal(
            new[] { (0, 128), (128, 130) }.SelectMany(chunk => Enumerable.Range(chunk.Item1, chunk.Item2 - chunk.Item1).SelectMany(sample => sample + 2 < chunk.Item2
                ? new[] { ("announced", sample + 2), ("copied", sample) }
                : [("copied", sample)])),
            source.Asked);
    }

    [Fact]
    public void Samples_that_do_not_fit_are_refused_as_in_one_batch()
    {
        var own = RecycledNetworks.Named("affine") with { Samples = 3 };
        var network = Build.Affine(2).Initialise<double>(6, RandomKey.FromSeed(1));
        var batch = own.Batch<double>();
        var expected = Assert.ThrowsAny<ArgumentException>(() => network.Predict(batch.Inputs)).Message;
        Assert.Equal(expected, Assert.ThrowsAny<ArgumentException>(() => Evaluation<double>.Of(network, own.Loss, new BatchColumns<double>(batch))).Message);
    }
}
