namespace Functional.Networks.Tests.GradientChecks;

using System.Linq;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using static Functional.Networks.Build;

public sealed class GradientCheckTests
{
    private static readonly RandomKey Key = RandomKey.FromSeed(2);
    private static readonly Layer<double> Network = Chain(Affine(6), Tanh(), Affine(3)).Initialise<double>(4, Key);
    private static readonly Batch<double> Batch = new(Dense.Matrix(4, 5, [.. Enumerable.Range(0, 20).Select(i => Key.Normal(i))]), new ClassTargets<double>([0, 1, 2, 1, 0]));

    [Fact]
    public void A_right_gradient_passes_everywhere()
    {
        var report = GradientCheck.Everywhere(new Objective(new SoftmaxCrossEntropy(), new L2(0.1)), Network, Batch);
        Assert.Equal(["0.weights", "0.bias", "2.weights", "2.bias", "inputs"], report.Tensors.Map(tensor => tensor.Name).ToArray());
        Assert.Equal(Network.Parameters.Count + 20, report.Compared);
        Assert.Equal(0, report.Kinks);
        Assert.True(report.RelativeDifference(1e-3) < 1e-10);
        Assert.True(report.MeanDifference < 1e-12);
    }

    [Fact]
    public void The_report_does_not_depend_on_the_number_of_threads()
    {
        var one = GradientCheck.Everywhere(new SoftmaxCrossEntropy(), Network, Batch);
        Assert.Equal(one, GradientCheck.Everywhere(new SoftmaxCrossEntropy(), Network, Batch, Pass.Inference(new Execution { Threads = 3 })));
    }

    [Fact]
    public void Random_directions_agree_too()
    {
        var report = GradientCheck.AlongDirections(new SoftmaxCrossEntropy(), Network, Batch, 4, Key);
        Assert.All(report.Tensors, tensor => Assert.Equal(4, tensor.Compared));
        Assert.True(report.RelativeDifference(1e-3) < 1e-10);
    }

    [Fact]
    public void A_wrong_gradient_is_caught_by_both()
    {
        var wrong = new Forgetful(Network);
        Assert.True(GradientCheck.Everywhere(new SoftmaxCrossEntropy(), wrong, Batch).RelativeDifference(1e-3) > 1e-3);
        Assert.True(GradientCheck.AlongDirections(new SoftmaxCrossEntropy(), wrong, Batch, 4, Key).RelativeDifference(1e-3) > 1e-3);
    }

    [Fact]
    public void Two_points_agree_as_far_as_their_formula_does_and_catch_a_wrong_gradient()
    {
        var report = GradientCheck.ByTwoPoints(new SoftmaxCrossEntropy(), Network, Batch);
        Assert.Equal(Network.Parameters.Count + 20, report.Compared);
        Assert.InRange(report.MeanDifference, 1e-13, 1e-8);
        Assert.True(GradientCheck.ByTwoPoints(new SoftmaxCrossEntropy(), new Forgetful(Network), Batch).RelativeDifference(1e-3) > 1e-3);
        Assert.Throws<System.ArgumentOutOfRangeException>(() => GradientCheck.ByTwoPoints(new SoftmaxCrossEntropy(), Network, Batch, step: 0));
    }

    [Fact]
    public void Components_are_the_derivatives_one_by_one_in_the_order_of_the_report()
    {
        var components = GradientCheck.Components(new SoftmaxCrossEntropy(), Network, Batch);
        var report = GradientCheck.Everywhere(new SoftmaxCrossEntropy(), Network, Batch);
        var gradient = ((Objective)new SoftmaxCrossEntropy()).Evaluate(Network, Batch, Pass.Inference()).Gradient;
        foreach (var tensor in report.Tensors)
        {
            var values = tensor.Name is GradientCheck.Inputs ? gradient.Input : gradient.Parameters[tensor.Name];
            var own = components.Filter(component => string.Equals(component.Name, tensor.Name, System.StringComparison.Ordinal)).ToArray();
            Assert.Equal(values.Numbers.ToArray(), own.Select(component => component.Analytic));
            Assert.All(own, component => Assert.Equal(values[component.Row, component.Column], component.Analytic));
            Assert.Equal(tensor, GradientComparison.Of(tensor.Name, own.Select(component => component.Analytic).ToArray(), own.Select(component => component.Numeric).ToArray()));
        }

        Assert.Equal(report.Compared, components.Count);
    }

    [Fact]
    public void Single_precision_is_compared_with_double_precision_of_the_same_network()
    {
        var architecture = Chain(Affine(6), Tanh(), Affine(3));
        var single = architecture.Initialise<float>(4, Key);
        var batch = new Batch<float>(Dense.Matrix(4, 5, Batch.Inputs.Numbers.ToArray().Select(value => (float)value).ToArray()), new ClassTargets<float>([0, 1, 2, 1, 0]));
        var precise = architecture.Initialise<double>(4, Key.For("another beginning"));
        var report = GradientCheck.OfSinglePrecision(new SoftmaxCrossEntropy(), single, batch, precise);
        Assert.Equal(Network.Parameters.Count + 20, report.Compared);
        Assert.InRange(report.RelativeDifference(1e-3), 1e-10, 1e-5);
    }

    [Fact]
    public void The_network_and_the_batch_are_left_as_they_are()
    {
        var (fingerprint, inputs) = (Fingerprint.Of(Network.Parameters), Batch.Inputs.Clone());
        GradientCheck.Everywhere(new SoftmaxCrossEntropy(), Network, Batch);
        Assert.Equal(fingerprint, Fingerprint.Of(Network.Parameters));
        Assert.Equal(inputs, Batch.Inputs);
    }

    /// <summary>A layer whose backward pass forgets a tenth of the parameters' gradient.</summary>
    private sealed record Forgetful(Layer<double> Inner) : Layer<double>
    {
        public override Parameters<double> Parameters => Inner.Parameters;

        public override int? InputSize => Inner.InputSize;

        public override string Title => "Forgetful";

        public override int OutputSize(int inputSize) => Inner.OutputSize(inputSize);

        public override Layer<double> With(Parameters<double> parameters) => new Forgetful(Inner.With(parameters));

        public override ForwardResult<double> Forward(Matrix<double> input, Pass pass)
        {
            var (output, pullback) = Inner.Forward(input, pass);
            return new(output, gradient =>
            {
                var right = pullback(gradient);
                return new(right.Parameters.Map((_, values) => values * 0.9), () => right.Input);
            });
        }
    }
}
