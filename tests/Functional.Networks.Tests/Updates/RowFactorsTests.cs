namespace Functional.Networks.Tests.Updates;

using Functional.Numerics;
using Xunit;

public sealed class RowFactorsTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(256, 1)]
    [InlineData(257, 2)]
    [InlineData(512, 2)]
    [InlineData(1031, 5)]
    public void Threads_share_pieces_of_256_rows_of_the_chosen_parameters(int rows, int pieces)
    {
        var parameters = Parameters<double>.Of(
            new("0.weights", ParameterRole.Weights, Dense.Matrix(rows, 2, new double[2 * rows])), new("0.bias", ParameterRole.Bias, Dense.Matrix(rows, 1, new double[rows])));
        var layout = ParameterLayout.Of(parameters, padding: 1);
        var plan = new UpdatePlan<double>(
            GradientTransformation.None, new(GradientTransformation.None.Start(parameters), layout), layout, layout.Load(parameters), layout.Load(parameters), Execution.Sequential);
        Assert.Equal(2 * pieces, new RowFactors<double>(plan, 1).Count);
        plan.For([true, false], () => Assert.Equal(pieces, new RowFactors<double>(plan, 1).Count));
        plan.For([false, false], () => Assert.Equal(0, new RowFactors<double>(plan, 1).Count));
    }
}
