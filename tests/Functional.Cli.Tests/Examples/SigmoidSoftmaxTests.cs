namespace Functional.Cli.Tests.Examples;

using System.Linq;
using System.Text.Json;
using Functional.Cli.Examples;
using Functional.Cli.Tests.Golden;
using Functional.Testing;
using Xunit;

public sealed class SigmoidSoftmaxTests
{
    private static readonly JsonElement OnDigits = NumPyFigures.OnDigits.GetProperty("sigmoid_softmax");
    private static readonly JsonElement OnMnist = NumPyFigures.Tutorials.GetProperty("sigmoid_softmax_full_batch");

    [Theory]
    [InlineData("plain", 0, 0, 0)]
    [InlineData("options", 0.01, 0.9, 0.001)]
    public void Costs_and_parameters_on_the_digits_are_NumPys(string form, double decay, double momentum, double l2)
    {
        var golden = OnDigits.GetProperty(form);
        var steps = SigmoidSoftmax.Steps(NumPyFigures.Digits.Train, ExampleSettings.Default with { LearningRateDecay = decay, Momentum = momentum, L2 = l2 }).Take(40).ToArray();
        NumPyFigures.Close(golden.GetProperty("cost").Numbers(), steps.Select(step => step.Cost), 1e-12);
        NumPyFigures.Close(golden.GetProperty("b2").Numbers(), steps[^1].Network.Parameters["2.bias"].Column(0), 1e-12);
        Assert.Equal(golden.GetProperty("sum_W1").GetDouble(), steps[^1].Network.Parameters["0.weights"].Enumerate().Sum(), 1e-10);
    }

    [MnistFact]
    public void Costs_and_parameters_are_NumPys()
    {
        var (train, test) = Mnist.Load();
        var steps = SigmoidSoftmax.Steps(train, ExampleSettings.Default).ToArray();
        NumPyFigures.Close(OnMnist.GetProperty("cost").Rows().Select(row => row.Values[0]), OnMnist.GetProperty("cost").Rows().Select(row => steps[row.At].Cost), 1e-9);
        NumPyFigures.Close(OnMnist.GetProperty("b2").Numbers(), steps[^1].Network.Parameters["2.bias"].Column(0), 1e-9);
        Assert.Equal(OnMnist.GetProperty("sum_W1").GetDouble(), steps[^1].Network.Parameters["0.weights"].Enumerate().Sum(), 1e-9);
        Assert.Equal(OnMnist.GetProperty("test_accuracy").GetDouble(), steps[^1].Network.AccuracyOn(test), 1e-12);
    }

    [Fact]
    public void Momentum_changes_the_course_and_too_large_a_penalty_diverges()
    {
        Assert.NotEqual(Command.Run("example sigmoid-softmax --quick").Out, Command.Run("example sigmoid-softmax --quick --momentum 0.9").Out);
        var diverged = Command.Run("example sigmoid-softmax --quick --l2 1e12");
        Assert.Equal(3, diverged.Code);
        Assert.StartsWith("error: ", diverged.Error, System.StringComparison.Ordinal);
    }
}
