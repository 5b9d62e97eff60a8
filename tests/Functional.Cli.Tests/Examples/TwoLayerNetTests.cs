namespace Functional.Cli.Tests.Examples;

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Functional.Cli.Examples;
using Functional.Cli.Tests.Golden;
using Functional.Data;
using Functional.Networks;
using Functional.Testing;
using Xunit;

public sealed class TwoLayerNetTests
{
    private static readonly JsonElement OnDigits = NumPyFigures.OnDigits.GetProperty("two_layer_net");
    private static readonly JsonElement OnMnist = NumPyFigures.Tutorials.GetProperty("two_layer_net");

    [Fact]
    public void Losses_and_parameters_on_the_digits_are_NumPys()
    {
        var (train, test) = NumPyFigures.Digits;
        var steps = TwoLayerNet.Steps(train).Take(300).ToArray();
        var losses = OnDigits.GetProperty("at").EnumerateArray().Select(at => LossAfter(steps[at.GetInt32()]));
        NumPyFigures.Close(OnDigits.GetProperty("loss").Numbers(), losses, 1e-12);
        var parameters = steps[^1].Network.Parameters;
        NumPyFigures.Close(OnDigits.GetProperty("b2").Numbers(), parameters["2.bias"].Column(0), 1e-12);
        NumPyFigures.Close(OnDigits.GetProperty("W2_row0").Numbers(), parameters["2.weights"].Column(0), 1e-12);
        Assert.Equal(OnDigits.GetProperty("sum_W1").GetDouble(), parameters["0.weights"].Enumerate().Sum(), 1e-11);
        Assert.Equal(OnDigits.GetProperty("train_accuracy").GetDouble(), steps[^1].Network.AccuracyOn(train), 1e-12);
        Assert.Equal(OnDigits.GetProperty("test_accuracy").GetDouble(), steps[^1].Network.AccuracyOn(test), 1e-12);
    }

    [Fact]
    public void The_gradient_checks_means_on_the_digits_are_of_NumPys_order() => AssertOrder(OnDigits, NumPyFigures.Digits.Train);

    [MnistFact]
    public void The_gradient_checks_means_are_of_NumPys_order() => AssertOrder(OnMnist, Mnist.Load().Train);

    [MnistFact]
    public void The_first_losses_are_NumPys() => NumPyFigures.Close(
        OnMnist.GetProperty("batch_loss_after_update").Rows().Take(20).Select(row => row.Values[0]), TwoLayerNet.Steps(Mnist.Load().Train).Take(20).Select(LossAfter), 1e-12);

    [FullMnistFact]
    public void Ten_thousand_iterations_end_as_NumPys()
    {
        var (train, test) = Mnist.Load();
        var losses = OnMnist.GetProperty("batch_loss_after_update").Rows().ToDictionary(row => row.At, row => row.Values[0]);
        var accuracies = OnMnist.GetProperty("epoch_train_test_accuracy").Rows().ToDictionary(row => row.At * (train.Count / 100), row => row.Values);
        Layer<double>? last = null;
        foreach (var step in TwoLayerNet.Steps(train).Take(10_000))
        {
            if (losses.TryGetValue(step.Number, out var loss))
            {
                Assert.Equal(loss, LossAfter(step), step.Number < 20 ? 1e-12 : 1e-6);
            }

            if (accuracies.TryGetValue(step.Number, out var shares))
            {
                Assert.InRange(step.Network.AccuracyOn(train) - shares[0], -2.0 / train.Count, 2.0 / train.Count);
                Assert.InRange(step.Network.AccuracyOn(test) - shares[1], -2.0 / test.Count, 2.0 / test.Count);
            }

            last = step.Network;
        }

        NumPyFigures.Close(OnMnist.GetProperty("final_b2").Numbers(), last!.Parameters["2.bias"].Column(0), 1e-9);
        NumPyFigures.Close(OnMnist.GetProperty("W2_row0").Numbers(), last.Parameters["2.weights"].Column(0), 1e-9);
        Assert.Equal(OnMnist.GetProperty("sum_W1").GetDouble(), last.Parameters["0.weights"].Enumerate().Sum(), 1e-8);
    }

    private static double LossAfter(LearningStep<double> step) => TwoLayerNet.Training.Objective.Value(step.Network, step.Batch, Pass.Inference());

    private static void AssertOrder(JsonElement golden, DataSet train)
    {
        var means = TwoLayerNet.Check(train).Tensors.ToDictionary(tensor => tensor.Name, tensor => tensor.MeanDifference, StringComparer.Ordinal);
        var expected = golden.GetProperty("gradient_check_mean_abs_difference");
        Assert.All(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["W1"] = "0.weights", ["b1"] = "0.bias", ["W2"] = "2.weights", ["b2"] = "2.bias" },
            pair => Assert.InRange(means[pair.Value] / expected.GetProperty(pair.Key).GetDouble(), 0.1, 10));
    }
}
