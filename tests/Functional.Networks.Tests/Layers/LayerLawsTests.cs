namespace Functional.Networks.Tests.Layers;

using System;
using System.Linq;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using Functional.Verification;
using Xunit;
using static Functional.Networks.Build;

/// <summary>All laws of a layer in few cases, so that the tests beside the layers tell a fault within a moment.</summary>
public sealed class LayerLawsTests
{
    private static readonly (string Name, Func<int, Architecture> Layer, bool IsSmooth)[] Every =
    [
        ("affine", _ => Affine(3, bias: new Normal(1)), true),
        ("activation", _ => Relu(), false),
        ("parametric ReLU", _ => ParametricRelu(), false),
        ("Maxout", _ => Maxout(2, 3), false),
        ("batch normalisation", _ => BatchNormalisation(epsilon: 0.25), true),
        ("layer normalisation", _ => LayerNormalisation(0.25), true),
        ("RMS normalisation", _ => RmsNormalisation(0.25), true),
        ("dropout", _ => Dropout(0.3), true),
        ("residual", features => Residual(Chain(Affine(4), Tanh(), Affine(features))), true),
        ("residual around what has no size", _ => Residual(Chain(Softplus(), Dropout(0.5))), true),
        ("chain", _ => Chain(Affine(3), Residual(Chain(BatchNormalisation(epsilon: 0.25), Dropout(0.2))), Chain(Gelu(), Affine(2))), true),
        ("empty chain", _ => Chain(), true),
    ];

    public static TheoryData<string> Names => [.. Every.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_law_holds_of_every_layer(string name)
    {
        var (_, layer, isSmooth) = Every.Single(one => string.Equals(one.Name, name, StringComparison.Ordinal));
        Verify.Layer(features => layer(features).Initialise<double>(features, RandomKey.FromSeed(5)), new() { Count = 4, IsSmooth = isSmooth });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Parameters_and_statistics_of_another_shape_are_refused(string name)
    {
        var layer = Every.Single(one => string.Equals(one.Name, name, StringComparison.Ordinal)).Layer(4).Initialise<double>(4, default);
        var others = Parameters<double>.Of(new Parameter<double>("other", ParameterRole.Weights, Dense.Matrix(1, 1, [1.0])));
        Assert.Throws<ArgumentException>(() => layer.With(others));
        Assert.Throws<ArgumentException>(() => layer.WithStatistics(others));
    }

    [Theory]
    [InlineData("affine", "Affine 4→3")]
    [InlineData("parametric ReLU", "Parametric ReLU of 4")]
    [InlineData("batch normalisation", "Batch normalisation of 4")]
    [InlineData("layer normalisation", "Layer normalisation of 4")]
    [InlineData("RMS normalisation", "RMS normalisation of 4")]
    public void A_layer_tells_its_size_and_refuses_inputs_of_another(string name, string title)
    {
        var layer = Every.Single(one => string.Equals(one.Name, name, StringComparison.Ordinal)).Layer(4).Initialise<double>(4, RandomKey.FromSeed(5));
        Assert.Equal(title, layer.Title);
        Assert.StartsWith(
            $"the layer, {title}, expects 4 × samples, got 8 × 2.",
            Assert.Throws<ArgumentException>(() => layer.Predict(Dense.Matrix(8, 2, new double[16]))).Message,
            StringComparison.Ordinal);
    }
}
