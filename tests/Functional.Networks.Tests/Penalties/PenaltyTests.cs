namespace Functional.Networks.Tests.Penalties;

using System;
using System.Linq;
using Functional.Numerics;
using Xunit;

public sealed class PenaltyTests
{
    private static readonly Affine<double> Layer = new(Dense.Matrix(2, 2, [1.0, -2, 3, 0]), Dense.Vector([100.0, -100]));

    [Fact]
    public void Penalties_leave_out_biases()
    {
        Assert.Equal(0.5 * 0.1 * 14, new L2(0.1).Value(Layer.Parameters), 1e-15);
        Assert.Equal(0.1 * 6, new L1(0.1).Value(Layer.Parameters), 1e-15);
        var zero = Layer.Parameters.Zeros();
        Assert.Equal([0.1, -0.2, 0.3, 0, 0, 0], new L2(0.1).AddGradient(zero, Layer.Parameters).Unroll().Select(value => Math.Round(value, 12)));
        Assert.Equal([0.1, -0.1, 0.1, 0, 0, 0], new L1(0.1).AddGradient(zero, Layer.Parameters).Unroll());
    }

    [Fact]
    public void An_objective_is_the_loss_plus_its_penalties()
    {
        var batch = new Batch<double>(Dense.Matrix(2, 1, [1.0, 1]), new ClassTargets<double>([0]));
        var objective = new Objective(new SquaredError(), new L2(0.1), new L1(0.2));
        var result = objective.Evaluate(Layer, batch, Pass.Inference());
        Assert.Equal(result.Loss + 0.7 + 1.2, result.Value, 1e-12);
        Assert.Equal(result.Value, objective.Value(Layer, batch, Pass.Inference()));
    }

    [Fact]
    public void A_gradient_of_another_shape_is_refused() =>
        Assert.Throws<ArgumentException>(() => new L2(1).AddGradient(Layer.Parameters, Parameters<double>.Of(Layer.Parameters.Entries[0])));

    [Fact]
    public void Impossible_strengths_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new L2(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new L1(double.NaN));
    }
}
