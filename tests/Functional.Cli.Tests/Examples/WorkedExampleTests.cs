namespace Functional.Cli.Tests.Examples;

using System;
using System.Linq;
using Functional.Cli.Examples;
using Functional.Networks;
using Xunit;

/// <summary>The gradients are those of PyTorch 1.13.1 in double precision; the loss after 10,000 steps is NumPy's.</summary>
public sealed class WorkedExampleTests
{
    [Theory]
    [InlineData(2, 0, 0, 0.08216704056423077)]
    [InlineData(2, 1, 0, -0.022602540477475067)]
    [InlineData(0, 0, 0, 0.0004385677344743467)]
    public void Gradients_are_those_of_PyTorch(int layer, int row, int column, double expected) =>
        Assert.Equal(expected, WorkedExample.Passes(WorkedExample.Network)[layer].ParameterGradient["weights"][row, column], 1e-16);

    [Fact]
    public void The_text_holds_the_gradients()
    {
        var text = Command.Run("example worked-example --quick").Out;
        Assert.All(["∂E/∂w5", "∂E/∂w7", "∂E/∂w1", "0.0821670405642307", "-0.02260254047747", "0.00043856773447434"], figure => Assert.Contains(figure, text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_loss_before_the_last_step_is_the_one_that_was_published() => Assert.Equal(
        0.0000351085, WorkedExample.Training.Objective.Value(WorkedExample.Steps().ElementAt(9_998), WorkedExample.Sample, Pass.Inference()), 5e-11);

    [Fact]
    public void Ten_thousand_steps_come_to_NumPys_loss() => Assert.Equal(
        3.510187782978851e-05, WorkedExample.Training.Objective.Value(WorkedExample.Steps().Last(), WorkedExample.Sample, Pass.Inference()), 1e-17);
}
