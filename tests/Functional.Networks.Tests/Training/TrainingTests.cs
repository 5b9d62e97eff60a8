namespace Functional.Networks.Tests.Training;

using System;
using System.Linq;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using static Functional.Networks.Build;

public sealed class TrainingTests
{
    private static readonly RandomKey Key = RandomKey.FromSeed(3);
    private static readonly Functional.Networks.Training Training = new(new SoftmaxCrossEntropy(), Optimisers.Momentum(0.05));

    [Fact]
    public void The_fold_is_the_repetition_of_Step()
    {
        var (state, source) = Start();
        var batches = new MiniBatch(7).Batches(source, state.Key).Take(9).ToArray();
        var stepped = batches.Aggregate(state, (at, batch) => Right(Training.Step(at, batch)).State);
        Assert.Equal(stepped, Right(Training.Fold(state, batches)));
        Assert.Equal(stepped, Right(Training.Trajectory(state, batches).Last()).State);
    }

    [Fact]
    public void A_trajectory_computes_no_further_than_it_is_asked()
    {
        var (state, source) = Start();
        var asked = 0;
        var batches = new MiniBatch(7).Batches(source, state.Key).Select(batch =>
        {
            asked++;
            return batch;
        });
        var trajectory = Training.Trajectory(state, batches);
        Assert.Equal(0, asked);
        var third = Right(trajectory.Skip(2).First());
        Assert.Equal(3, asked);
        Assert.Equal(third, Right(trajectory.Skip(2).First()));
    }

    [Fact]
    public void A_trajectory_resumed_at_any_step_is_the_uninterrupted_one()
    {
        var (state, source) = Start();
        var sampling = new MiniBatch(7);
        var whole = Training.Trajectory(state, sampling.Batches(source, state.Key)).Take(12).Map(Right).ToArray();
        foreach (var at in new[] { 0, 4, 7 })
        {
            var from = whole[at].State;
            Assert.Equal(whole[^1].State, Right(Training.Fold(from, sampling.Batches(source, from.Key, from.Step).Take(11 - at))));
        }
    }

    [Fact]
    public void Measurements_are_those_of_the_batch_before_the_update()
    {
        var (state, source) = Start();
        var batch = source.Gather([0, 1, 2, 3, 4]);
        var measured = Right(Training.Step(state, batch)).Measurement;
        Assert.Equal(new Evaluation<float>(measured.Loss, measured.Correct, 5), Evaluation<float>.Of(state.Network, Training.Objective.Loss, new Few(batch)));
        Assert.Equal(0, measured.Step);
    }

    [Theory]
    [InlineData(0, 7)]
    [InlineData(3, 7)]
    [InlineData(352, 359)]
    [InlineData(60000, 60000)]
    public void Accuracy_is_the_share_of_what_is_right(int correct, int samples)
    {
        Assert.Equal((double)correct / samples, new Evaluation<float>(1, correct, samples).Accuracy);
        Assert.Equal(correct, (int)Math.Round(new Evaluation<double>(1, correct, samples).Accuracy * samples));
    }

    [Fact]
    public void An_evaluation_in_pieces_has_the_bits_of_one_batch()
    {
        var key = RandomKey.FromSeed(5);
        var inputs = Dense.Matrix(4, 2500, [.. Enumerable.Range(0, 10_000).Select(i => (float)key.Normal(i))]);
        var targets = new ClassTargets<float>([.. Enumerable.Range(0, 2500).Select(i => key.Below(3, i))]);
        var (state, _) = Start();
        foreach (var loss in new Loss[] { new SoftmaxCrossEntropy(), new SquaredError(Reduction.MeanOverElements), new AbsoluteError(Reduction.Sum) })
        {
            var whole = loss.Evaluate(state.Network.Predict(inputs), targets).Value;
            Assert.Equal(whole, Evaluation<float>.Of(state.Network, loss, new Few(new(inputs, targets))).Loss);
        }
    }

    [Fact]
    public void A_divergence_names_the_step_and_the_layer_where_it_first_appeared()
    {
        var (_, source) = Start();
        var network = Chain(Affine(6), Relu(), Chain(Affine(6), Relu()), Affine(3)).Initialise<float>(4, Key);
        var wild = new Functional.Networks.Training(new SoftmaxCrossEntropy(), Optimisers.Sgd(1e30));
        var end = wild.Trajectory(wild.Start(network, Key), new MiniBatch(7).Batches(source, Key)).Take(50).Last();
        var divergence = end.Match(Right: _ => throw new InvalidOperationException("It did not diverge."), Left: fault => fault);
        Assert.Matches("^Training diverged at step [0-9]+: the first number that is not finite appeared in the (output|gradient) of layer [0-9.]+, (Affine|ReLU)", divergence.Message);
        Assert.True(Right(wild.Trajectory(wild.Start(network, Key), new MiniBatch(7).Batches(source, Key)).ElementAt((int)divergence.Step - 1)).State.Network.Parameters.AreFinite());
    }

    [Fact]
    public void The_place_of_a_divergence_is_exact()
    {
        var network = (Chain<float>)Chain(Affine(6), Relu(), Affine(3)).Initialise<float>(4, Key);
        var ones = Matrix<float>.Build.Dense(4, 2, 1);
        var targets = new ClassTargets<float>([0, 1]);
        Assert.Equal("the batch", Place(network, new(Matrix<float>.Build.Dense(4, 2, float.NaN), targets), new SoftmaxCrossEntropy()).Place);
        var poisoned = network.With(network.Parameters.Map((entry, values) => entry.Name is "2.weights" ? values * float.PositiveInfinity : values));
        Assert.Equal(("layer 2, Affine 6→3", "output"), Where(Place(poisoned, new(ones, targets), new SoftmaxCrossEntropy())));
        var large = network.With(network.Parameters.Map((entry, values) => entry.Name is "2.bias" ? values + 1e30f : values));
        Assert.Equal(("the squared error", "value"), Where(Place(large, new(ones, targets), new SquaredError())));

        static (string, string) Where(Divergence divergence) => (divergence.Place, divergence.What);

        static Divergence Place(Layer<float> network, Batch<float> batch, Loss loss)
        {
            var training = new Functional.Networks.Training(loss, Optimisers.Sgd(0.1));
            return training.Step(training.Start(network, Key), batch).Match(Right: _ => throw new InvalidOperationException("It did not diverge."), Left: fault => fault);
        }
    }

    [Fact]
    public void A_batch_with_as_many_targets_as_samples_is_required() =>
        Assert.Contains("3 samples (2 × 3) and 2 targets", Assert.Throws<ArgumentException>(() => new Batch<float>(Matrix<float>.Build.Dense(2, 3), new ClassTargets<float>([0, 1]))).Message, StringComparison.Ordinal);

    private static (TrainingState<float> State, ISampleSource<float> Source) Start()
    {
        var inputs = Dense.Matrix(4, 30, [.. Enumerable.Range(0, 120).Select(i => (float)Key.Normal(i))]);
        var targets = new ClassTargets<float>([.. Enumerable.Range(0, 30).Select(i => Key.Below(3, i))]);
        return (Training.Start(Chain(Affine(6), Tanh(), Affine(3)).Initialise<float>(4, Key), Key), new Few(new(inputs, targets)));
    }

    private static TRight Right<TLeft, TRight>(Either<TLeft, TRight> either) => either.IfLeft(left => throw new InvalidOperationException($"{left}"));

    /// <summary>A batch as a source of samples.</summary>
    private sealed record Few(Batch<float> All) : ISampleSource<float>
    {
        public int Count => All.Count;

        public Batch<float> Gather(ReadOnlySpan<int> indices)
        {
            var chosen = indices.ToArray();
            return new(
                Matrix<float>.Build.DenseOfColumns(chosen.Select(index => All.Inputs.Column(index))),
                new ClassTargets<float>([.. chosen.Select(All.Targets.ClassOf)]));
        }
    }
}
