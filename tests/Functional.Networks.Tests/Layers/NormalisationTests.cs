namespace Functional.Networks.Tests.Layers;

using System;
using System.Linq;
using System.Text.Json;
using Functional.Networks.Tests.Golden;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

public sealed class NormalisationTests
{
    private const double Tolerance = 1e-12;

    private static readonly JsonElement File = GoldenFile.Read("normalisation");
    private static readonly Pass Training = Pass.Training(RandomKey.FromSeed(1));
    private static readonly Matrix<double> X = GoldenFile.Columns(File.GetProperty("x"));
    private static readonly Matrix<double> Upstream = GoldenFile.Columns(File.GetProperty("dy"));

    [Fact]
    public void Batch_normalisation_in_training_equals_that_of_PyTorch()
    {
        var golden = File.GetProperty("batch_norm");
        var result = Batch(golden).Forward(X, Training);
        Equal(GoldenFile.Columns(golden.GetProperty("y")), result.Output);
        var gradient = result.Pullback(Upstream);
        Equal(GoldenFile.Columns(golden.GetProperty("dx")), gradient.Input);
        Equal(Column(golden, "dgamma"), gradient.Parameters["scale"]);
        Equal(Column(golden, "dbeta"), gradient.Parameters["shift"]);
        Equal(Column(golden, "running_mean"), result.Statistics["mean"]);
        Equal(Column(golden, "running_var_unbiased"), result.Statistics["variance"]);
    }

    [Fact]
    public void Batch_normalisation_in_inference_equals_that_of_PyTorch()
    {
        var golden = File.GetProperty("batch_norm");
        var layer = Batch(golden);
        var trained = layer.WithStatistics(layer.Forward(X, Training).Statistics);
        Equal(GoldenFile.Columns(golden.GetProperty("y_inference")), trained.Predict(X));
    }

    [Fact]
    public void Layer_normalisation_equals_that_of_PyTorch_in_training_and_in_inference()
    {
        var golden = File.GetProperty("layer_norm");
        var layer = new LayerNormalisation<double>(Vector(golden, "gamma"), Vector(golden, "beta"), golden.GetProperty("eps").GetDouble());
        foreach (var pass in new[] { Training, Pass.Inference() })
        {
            var (output, pullback) = layer.Forward(X, pass);
            Equal(GoldenFile.Columns(golden.GetProperty("y")), output);
            var gradient = pullback(Upstream);
            Equal(GoldenFile.Columns(golden.GetProperty("dx")), gradient.Input);
            Equal(Column(golden, "dgamma"), gradient.Parameters["scale"]);
            Equal(Column(golden, "dbeta"), gradient.Parameters["shift"]);
        }
    }

    [Fact]
    public void RMS_normalisation_is_layer_normalisation_of_centred_samples_without_a_shift()
    {
        var centred = Dense.Matrix(3, 4, [.. X.EnumerateColumns().SelectMany(column => column - column.Average())]);
        var scale = Dense.Vector([1.5, 0.8, 1.1]);
        var layer = new LayerNormalisation<double>(scale, Dense.Vector(new double[3]));
        Equal(layer.Predict(centred), new RmsNormalisation<double>(scale).Predict(centred));
        Assert.NotEqual(layer.Predict(X), new RmsNormalisation<double>(scale).Predict(X));
    }

    [Fact]
    public void RMS_normalisation_is_the_formula()
    {
        var layer = new RmsNormalisation<double>(Dense.Vector([2.0, -1]), 0.5);
        var root = Math.Sqrt(((9.0 + 16) / 2) + 0.5);
        Equal(Dense.Matrix(2, 1, [2 * 3 / root, -4 / root]), layer.Predict(Dense.Matrix(2, 1, [3.0, 4])));
    }

    [Fact]
    public void A_normalised_batch_has_mean_0_and_nearly_variance_1()
    {
        var normalised = Networks.Build.BatchNormalisation().Initialise<double>(3, RandomKey.FromSeed(1)).Forward(X, Training).Output;
        foreach (var feature in normalised.EnumerateRows())
        {
            Assert.Equal(0, feature.Average(), Tolerance);
            Assert.InRange(feature.Select(x => x * x).Average(), 0.9999, 1);
        }
    }

    [Fact]
    public void A_batch_of_one_sample_gives_the_shift_and_leaves_the_running_variance()
    {
        var layer = new BatchNormalisation<double>(Dense.Vector([2.0, 3]), Dense.Vector([0.5, -1]), Dense.Vector([1.0, 1]), Dense.Vector([4.0, 9]), momentum: 0.25);
        var result = layer.Forward(Dense.Matrix(2, 1, [5.0, -7]), Training);
        Assert.Equal(Dense.Matrix(2, 1, [0.5, -1.0]), result.Output);
        Assert.Equal(Dense.Matrix(2, 1, [2.0, -1.0]), result.Statistics["mean"]);
        Assert.Equal(Dense.Matrix(2, 1, [4.0, 9.0]), result.Statistics["variance"]);
        var gradient = result.Pullback(Dense.Matrix(2, 1, [1.0, 1]));
        Assert.Equal(Dense.Matrix(2, 1, [0.0, 0]), gradient.Input);
        Assert.Equal(Dense.Matrix(2, 1, [0.0, 0]), gradient.Parameters["scale"]);
        Assert.Equal(Dense.Matrix(2, 1, [1.0, 1]), gradient.Parameters["shift"]);
    }

    [Fact]
    public void A_chain_gathers_the_statistics_of_its_layers_and_gives_them_back()
    {
        var network = Build.Chain(Build.Affine(3), Build.BatchNormalisation(), Build.Residual(Build.Chain(Build.Relu(), Build.BatchNormalisation()))).Initialise<double>(3, RandomKey.FromSeed(2));
        Assert.Equal(["1.mean", "1.variance", "2.1.mean", "2.1.variance"], network.Statistics.Entries.Map(entry => entry.Name).ToArray());
        var next = network.Forward(X, Training).Statistics;
        Assert.Equal(network.Statistics.Entries.Map(entry => entry.Name), next.Entries.Map(entry => entry.Name));
        Assert.All(network.Statistics.Entries.Zip(next.Entries), pair => Assert.NotEqual(pair.Item1.Values, pair.Item2.Values));
        Assert.Equal(next, network.WithStatistics(next).Statistics);
        Assert.Equal(network.Parameters, network.WithStatistics(next).Parameters);
        Assert.Equal(next, network.WithStatistics(next).With(network.Parameters.Zeros()).Statistics);
        Assert.True(network.Forward(X, Pass.Inference()).Statistics.Entries.IsEmpty);
        Assert.Throws<ArgumentException>(() => network.WithStatistics(Parameters<double>.None));
    }

    [Fact]
    public void Statistics_are_part_of_the_fingerprint_where_there_are_some()
    {
        var plain = Build.Chain(Build.Affine(3)).Initialise<double>(3, RandomKey.FromSeed(2));
        Assert.Equal(Fingerprint.Of(plain.Parameters), Fingerprint.Of(plain));
        var network = Build.Chain(Build.BatchNormalisation()).Initialise<double>(3, RandomKey.FromSeed(2));
        var gone = network.WithStatistics(network.Forward(X, Training).Statistics);
        Assert.Equal(3, new[] { Fingerprint.Of(network.Parameters), Fingerprint.Of(network), Fingerprint.Of(gone) }.Distinct().Count());
    }

    [Fact]
    public void Impossible_numbers_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Build.BatchNormalisation(momentum: -0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Build.BatchNormalisation(momentum: 1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Build.BatchNormalisation(momentum: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Build.BatchNormalisation(epsilon: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Build.LayerNormalisation(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Build.RmsNormalisation(double.PositiveInfinity));
        Assert.Throws<ArgumentException>(() => new LayerNormalisation<double>(Dense.Vector(new double[2]), Dense.Vector(new double[3])));
        var two = Dense.Vector(new double[2]);
        var one = Dense.Vector(new double[1]);
        Assert.Throws<ArgumentException>(() => new BatchNormalisation<double>(two, one, two, two));
        Assert.Throws<ArgumentException>(() => new BatchNormalisation<double>(two, two, one, two));
        Assert.Throws<ArgumentException>(() => new BatchNormalisation<double>(two, two, two, Dense.Vector(new double[1])));
        Assert.StartsWith(
            "layer 0, Batch normalisation of 3, expects 3 × samples, got 2 × 1.",
            Assert.Throws<ArgumentException>(() => Build.Chain(Build.BatchNormalisation()).Initialise<double>(3, RandomKey.FromSeed(1)).Predict(Dense.Matrix(2, 1, new double[2]))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_statistics_are_given_a_layer_stays_as_it_is()
    {
        var layer = Batch(File.GetProperty("batch_norm"));
        Assert.Same(layer, layer.GoneOn(Parameters<double>.None));
    }

    private static BatchNormalisation<double> Batch(JsonElement golden) => new(
        Vector(golden, "gamma"),
        Vector(golden, "beta"),
        Dense.Vector(new double[3]),
        Dense.Vector([1.0, 1, 1]),
        golden.GetProperty("momentum").GetDouble(),
        golden.GetProperty("eps").GetDouble());

    private static Vector<double> Vector(JsonElement golden, string name) => Dense.Vector(GoldenFile.Numbers(golden.GetProperty(name)));

    private static Matrix<double> Column(JsonElement golden, string name) => Vector(golden, name).ToColumnMatrix();

    private static void Equal(Matrix<double> expected, Matrix<double> actual)
    {
        Assert.Equal((expected.RowCount, expected.ColumnCount), (actual.RowCount, actual.ColumnCount));
        foreach (var (row, column, value) in expected.EnumerateIndexed())
        {
            Assert.Equal(value, actual[row, column], Tolerance);
        }
    }
}
