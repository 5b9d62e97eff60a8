namespace Functional.Networks.Tests.Diagnosis;

using System;
using System.Linq;
using Functional.Numerics;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using static Functional.Networks.Build;

public sealed class SnapshotTests
{
    private static readonly Architecture Nested = Chain(Affine(6), Tanh(), Residual(Chain(Affine(6), Relu())), Chain(Affine(5), Sigmoid()), Affine(3));

    [Fact]
    public void Every_layer_is_measured_at_its_place_and_parameters_go_to_their_layers()
    {
        var (training, state, batch) = Begin(Nested);
        var figures = Right(Snapshot.Of(training, state, batch));
        Assert.Equal(
            ["layer 0, Affine 8→6", "layer 1, tanh", "layer 2.0, Affine 6→6", "layer 2.1, ReLU", "layer 2, Residual around Chain of 2", "layer 3.0, Affine 6→5", "layer 3.1, Sigmoid", "layer 4, Affine 5→3"],
            figures.Layers.Select(layer => $"{layer.Place}, {layer.Title}").ToArray(), StringComparer.OrdinalIgnoreCase);
        var gradient = training.Objective.Evaluate(state.Network, batch, Pass.Inference()).Gradient.Parameters;
        var after = Right(training.Step(state, batch)).State.Network.Parameters;
        var weights = new[] { (0, "0.weights"), (2, "2.0.weights"), (5, "3.0.weights"), (7, "4.weights") };
        Assert.Equal(weights.Select(weight => weight.Item1).ToArray(), figures.Layers.Select((layer, i) => (layer, i)).Where(layer => layer.layer.Weights is not null).Select(layer => layer.i).ToArray());
        foreach (var (place, name) in weights)
        {
            var layer = figures.Layers[place];
            Same(Size(state.Network.Parameters[name]), layer.Weights);
            Same(Size(gradient[name]), layer.WeightGradient);
            Same(Size(after[name] - state.Network.Parameters[name]), layer.Update);
            Same(layer.Update / layer.Weights, layer.UpdateRatio);
        }
    }

    [Fact]
    public void Outputs_and_what_comes_back_are_those_of_the_step()
    {
        var (training, state, batch) = Begin(Nested);
        var figures = Right(Snapshot.Of(training, state, batch));
        var result = training.Objective.Evaluate(state.Network, batch, Pass.Inference());
        Assert.Equal(result.Loss, figures.Loss);
        Assert.Equal(state.Step, figures.Step);
        Same(Size(result.Output), figures.Layers[^1].Output);
        Same(Size(training.Objective.Loss.Evaluate(result.Output, batch.Targets).Gradient), figures.Layers[^1].OutputGradient);

        // The gradient by a layer's output is that by the input of the layers behind it.
        var layers = ((Chain<double>)state.Network).Layers;
        var behind = new Chain<double>(layers.Skip(3).ToSeq().Strict());
        var middle = new Chain<double>(layers.Take(3).ToSeq().Strict()).Predict(batch.Inputs);
        Same(Size(middle), figures.Layers[4].Output);
        Same(Size(training.Objective.Evaluate(behind, new(middle, batch.Targets), Pass.Inference()).Gradient.Input), figures.Layers[4].OutputGradient);
    }

    [Fact]
    public void Shares_of_dead_and_saturated_units_are_counted()
    {
        // Inputs 1 and −1; of four rectifiers one is always 0, of four sigmoids and tangents one is at a bound for both samples and one for none.
        var network = new Chain<double>(
            new Affine<double>(Dense.Matrix(4, 1, [1.0, -1, 0, 9]), Dense.Vector([0.0, 0, -1, 0])), new Activated<double>(new Relu()),
            new Affine<double>(Dense.Matrix(2, 4, [0, 0.0, 0, 0, 0, 0, 0, 0]), Dense.Vector([9.0, 1])), new Activated<double>(new Sigmoid()),
            new Affine<double>(Dense.Matrix(3, 2, [0, 0, 0, 0, 0.0, 0]), Dense.Vector([-9.0, 2, 9])), new Activated<double>(new Tanh()));
        var training = new Networks.Training(new SquaredError(), Optimisers.Sgd(0.1));
        var figures = Right(Snapshot.Of(training, training.Start(network, Patient.Key), new Batch<double>(Dense.Matrix(1, 2, [1.0, -1]), new ClassTargets<double>([0, 1]))));
        Assert.Equal([null, 0.25, null, 0.0, null, 0.0], figures.Layers.Select(layer => layer.DeadShare).ToArray());
        Assert.Equal([null, null, null, 0.5, null, 2 / 3.0], figures.Layers.Select(layer => layer.SaturatedShare).ToArray());
    }

    [Fact]
    public void A_layer_of_a_users_own_is_measured_by_its_outputs()
    {
        var (training, _, batch) = Begin(Affine(3));
        var network = new Chain<double>(new Doubling(), Affine(3).Initialise<double>(8, Patient.Key));
        var own = Right(Snapshot.Of(training, training.Start<double>(network, Patient.Key), batch)).Layers[0];
        Same(2 * Size(batch.Inputs), own.Output);
        Assert.Equal(("layer 0", "Doubling", 0.0), (own.Place, own.Title, own.DeadShare));
        Assert.Null(own.Weights);
        Assert.True(own.OutputGradient > 0);
        var alone = Right(Snapshot.Of(training, training.Start(Affine(3).Initialise<double>(8, Patient.Key), Patient.Key), batch));
        Assert.Equal("the layer", Assert.Single(alone.Layers).Place);
    }

    [Fact]
    public void Measuring_changes_nothing_and_gives_the_same_twice()
    {
        var (training, state, batch) = Begin(Nested);
        var before = Fingerprint.Of(state.Network.Parameters);
        Assert.Equal(Snapshot.Of(training, state, batch), Snapshot.Of(training, state, batch));
        Assert.Equal(Snapshot.Of(training, state, batch), Snapshot.Of(training, state, batch, new Execution { Threads = 2, Width = VectorWidth.Scalar }));
        Assert.Equal(before, Fingerprint.Of(state.Network.Parameters));
    }

    [Fact]
    public void A_step_that_diverges_has_no_figures_but_a_place()
    {
        var (_, state, batch) = Begin(Chain(Affine(6), Relu(), Affine(3)));
        var wild = new Networks.Training(new SoftmaxCrossEntropy(), Optimisers.Sgd(double.MaxValue));
        var broken = wild.Start(state.Network.With(state.Network.Parameters.Map((_, values) => values * 1e300)), Patient.Key);
        Assert.True(Snapshot.Of(wild, broken, batch).IsLeft);
    }

    private static (Networks.Training Training, TrainingState<double> State, Batch<double> Batch) Begin(Architecture network)
    {
        var training = new Networks.Training(new SoftmaxCrossEntropy(), Optimisers.Adam(0.01));
        return (training, training.Start(network.Initialise<double>(8, Patient.Key), Patient.Key), Patient.Clouds(67));
    }

    private static double Size(Matrix<double> values) => values.FrobeniusNorm() / Math.Sqrt(values.RowCount * values.ColumnCount);

    private static void Same(double? expected, double? actual) =>
        Assert.True(Math.Abs(expected!.Value - actual!.Value) <= 1e-12 * Math.Max(1e-12, Math.Abs(expected.Value)), $"{expected} and {actual}");

    private static TRight Right<TRight>(Either<Divergence, TRight> either) => either.IfLeft(divergence => throw new InvalidOperationException(divergence.Message));

    /// <summary>y = 2·x.</summary>
    private sealed record Doubling : Layer<double>
    {
        public override Parameters<double> Parameters => Parameters<double>.None;

        public override int? InputSize => null;

        public override string Title => "Doubling";

        public override int OutputSize(int inputSize) => inputSize;

        public override Layer<double> With(Parameters<double> parameters) => this;

        public override ForwardResult<double> Forward(Matrix<double> input, Pass pass) =>
            new(input * 2, gradient => new(Parameters<double>.None, () => gradient * 2));
    }
}
