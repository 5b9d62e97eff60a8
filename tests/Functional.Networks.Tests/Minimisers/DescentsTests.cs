namespace Functional.Networks.Tests.Minimisers;

using System;
using System.Linq;
using Functional.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

public sealed class DescentsTests
{
    private static FunctionValue<double> Bowl(Vector<double> at) => new((at[0] * at[0] / 20) + (at[1] * at[1]), Dense.Vector([at[0] / 10, 2 * at[1]]));

    [Fact]
    public void Gradient_descent_on_a_bowl_shrinks_each_coordinate_by_its_own_factor()
    {
        var path = Optimisers.Sgd(0.5).Descend(Bowl, Dense.Vector([-7.0, 2])).Take(20).ToArray();
        Assert.All(Enumerable.Range(0, 20), step => Assert.Equal(-7 * Math.Pow(0.95, step), path[step].Point[0], 1e-12));
        Assert.All(Enumerable.Range(1, 19), step => Assert.Equal(0, path[step].Point[1]));
        Assert.Equal(6.45, path[0].Value, 1e-12);
    }

    [Fact]
    public void A_descent_that_diverges_ends_there_and_another_one_ends_never()
    {
        var path = Optimisers.Sgd(1e200).Descend(Bowl, Dense.Vector([-7.0, 2])).Take(100).ToArray();
        Assert.InRange(path.Length, 2, 5);
        Assert.False(double.IsFinite(path[^1].Value));
        Assert.All(path[..^1], point => Assert.True(double.IsFinite(point.Value)));
        Assert.Equal(100, Optimisers.Adam(0.1).Descend(Bowl, Dense.Vector([-7.0, 2])).Take(100).Count());
    }

    [Fact]
    public void A_gradient_of_another_length_is_refused() =>
        Assert.Throws<ArgumentException>(() => Optimisers.Sgd(0.1).Descend(at => new(at[0], Dense.Vector([1.0])), Dense.Vector([1.0, 2])).Take(2).ToArray());
}
