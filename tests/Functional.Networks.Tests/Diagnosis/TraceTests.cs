namespace Functional.Networks.Tests.Diagnosis;

using System.Linq;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using Xunit;
using static Functional.Networks.Build;

public sealed class TraceTests
{
    private static readonly Layer<double> Network = Chain(Affine(4, new Normal(1)), Tanh(), Residual(Chain(Affine(4, new Normal(1)), Sigmoid())), Affine(3))
        .Initialise<double>(2, RandomKey.FromSeed(3));

    private static readonly Batch<double> Samples = new(
        Dense.Matrix(2, 5, [.. Enumerable.Range(0, 10).Select(i => RandomKey.FromSeed(4).Normal(i))]), new ClassTargets<double>([0, 1, 2, 1, 0]));

    [Fact]
    public void The_last_output_is_the_prediction_and_the_parameters_gradients_are_the_objectives()
    {
        var trace = Trace.Of(new SoftmaxCrossEntropy(), Network, Samples);
        var result = new Objective(new SoftmaxCrossEntropy()).Evaluate(Network, Samples, Pass.Inference());
        Assert.Equal(["layer 0", "layer 1", "layer 2.0", "layer 2.1", "layer 2", "layer 3"], trace.Select(layer => layer.Place).ToArray());
        Assert.Equal(Network.Predict(Samples.Inputs), trace[5].Output);
        Assert.Equal(
            result.Gradient.Parameters.Entries.Map(entry => entry.Values), trace.Bind(layer => layer.ParameterGradient.Entries).Map(entry => entry.Values));
    }

    [Fact]
    public void An_affine_layers_bias_gradient_is_the_sum_of_its_deltas() => Assert.All(
        Trace.Of(new SoftmaxCrossEntropy(), Network, Samples).Filter(layer => layer.Layer is Affine<double>),
        layer => Assert.Equal(layer.ParameterGradient["bias"].Column(0).ToArray(), layer.OutputGradient.RowSums().ToArray(), (x, y) => System.Math.Abs(x - y) < 1e-14));
}
