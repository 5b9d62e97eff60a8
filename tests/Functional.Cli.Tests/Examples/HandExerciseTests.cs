namespace Functional.Cli.Tests.Examples;

using Functional.Cli.Examples;
using Xunit;

public sealed class HandExerciseTests
{
    [Fact]
    public void Deltas_are_those_of_the_exercise()
    {
        var (output, hidden) = HandExercise.Deltas();
        Assert.Equal(-0.2, output, 1e-15);
        Assert.Equal(-0.0384, hidden[0, 0], 1e-16);
        Assert.Equal(-0.0378, hidden[1, 0], 1e-16);
    }

    [Fact]
    public void Cost_and_gradient_of_the_binary_cross_entropy_are_NumPys()
    {
        var (cost, gradient, report) = HandExercise.Check();
        Assert.Equal(0.6991375219486922, cost, 1e-15);
        Assert.Equal(0.0014679338811666295, gradient[0], 1e-17);
        Assert.Equal(-0.0008116372926249325, gradient[1], 1e-17);
        Assert.InRange(report.RelativeDifference(0), 0, 1e-9);
    }
}
