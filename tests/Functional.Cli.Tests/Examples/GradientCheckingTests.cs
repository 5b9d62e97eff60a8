namespace Functional.Cli.Tests.Examples;

using System.Linq;
using System.Text.Json;
using Functional.Cli.Examples;
using Functional.Cli.Tests.Golden;
using Functional.Networks;
using Functional.Testing;
using Xunit;

public sealed class GradientCheckingTests
{
    private static readonly JsonElement OnDigits = NumPyFigures.OnDigits.GetProperty("gradient_checking");
    private static readonly JsonElement OnMnist = NumPyFigures.Tutorials.GetProperty("sigmoid_outputs_l2");

    [Fact]
    public void Costs_and_parameters_on_the_digits_are_NumPys()
    {
        var train = NumPyFigures.Digits.Train;
        var steps = GradientChecking.Steps(GradientChecking.Batch(train), GradientChecking.Begin(train)).Take(40).ToArray();
        NumPyFigures.Close(OnDigits.GetProperty("cost").Numbers(), steps.Select(step => step.Cost), 1e-12);
        AssertParameters(OnDigits, steps[^1].Network, 1e-12);
    }

    [MnistFact]
    public void Costs_and_parameters_are_NumPys()
    {
        var train = Mnist.Load().Train;
        var steps = GradientChecking.Steps(GradientChecking.Batch(train), GradientChecking.Begin(train)).ToArray();
        NumPyFigures.Close(OnMnist.GetProperty("cost").Rows().Select(row => row.Values[0]), OnMnist.GetProperty("cost").Rows().Select(row => steps[row.At].Cost), 1e-9);
        AssertParameters(OnMnist, steps[^1].Network, 1e-9);
    }

    [Fact]
    public void The_gradient_agrees_with_numeric_differentiation() => Assert.InRange(GradientChecking.Check(NumPyFigures.Digits.Train).RelativeDifference(0), 0, 1e-7);

    [Fact]
    public void Both_minimisers_come_lower_than_descent_with_as_many_evaluations()
    {
        var train = NumPyFigures.Digits.Train;
        var (batch, network) = (GradientChecking.Batch(train), GradientChecking.Begin(train));
        var descent = GradientChecking.Steps(batch, network).Take(60).Last().Cost;
        var limits = new MinimiserLimits(iterations: 1_000, evaluations: 50);
        Assert.All(
            new Minimiser[] { new LimitedMemoryBfgs(limits: limits), new ConjugateGradient(limits) },
            minimiser => Assert.InRange(GradientChecking.Minimised(minimiser, batch, network).Last(at => at.Evaluations <= 60).Value, 0, descent / 2));
    }

    private static void AssertParameters(JsonElement golden, Layer<double> network, double tolerance)
    {
        var parameters = network.Parameters;
        NumPyFigures.Close(golden.GetProperty("Theta2_row0").Numbers(), parameters["2.weights"].Row(0).Prepend(parameters["2.bias"][0, 0]), tolerance);
        NumPyFigures.Close([golden.GetProperty("sum_Theta1").GetDouble()], [parameters["0.weights"].Enumerate().Sum() + parameters["0.bias"].Enumerate().Sum()], tolerance);
    }
}
