namespace Functional.Networks.Tests.Diagnosis;

using System;
using System.Linq;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using Xunit;
using static Functional.Networks.Build;

public sealed class DecisionMapTests
{
    private static readonly PlaneGrid Grid = new(-2, 2, -1, 3, 37, 41);

    [Fact]
    public void A_linear_network_parts_the_plane_along_a_line()
    {
        // Logits x − y and 0: class 0 below the diagonal.
        var network = new Affine<double>(Dense.Matrix(2, 2, [1.0, 0, -1, 0]), Dense.Vector([0.0, 0]));
        var map = DecisionMap.Of(network, Grid);
        Assert.Equal((2, 2 * Grid.Count), (map.ClassCount, map.Scores.Count));
        foreach (var cell in Enumerable.Range(0, Grid.Count))
        {
            var (x, y) = (Grid[cell].X, Grid[cell].Y);
            var probability = 1 / (1 + Math.Exp(y - x));
            Assert.Equal(probability, map.ScoreAt(cell, 0), 1e-12);
            Assert.Equal(1 - (2 * probability), map.MarginAt(cell, 1), 1e-12);
            Assert.Equal(x - y >= 0 ? 0 : 1, map.ClassAt(cell));
        }
    }

    [Fact]
    public void The_map_is_what_the_network_predicts_one_by_one_in_any_precision()
    {
        var network = Chain(Affine(5), Tanh(), Affine(3)).Initialise<float>(2, RandomKey.FromSeed(3));
        var map = DecisionMap.Of(network, Grid, execution: new Execution { Threads = 3 });
        foreach (var cell in new[] { 0, 1, 1023, 1024, Grid.Count - 1 })
        {
            var output = new Softmax().Apply(network.Predict(Dense.Matrix(2, 1, [(float)Grid[cell].X, (float)Grid[cell].Y]))).Output;
            Assert.All(Enumerable.Range(0, 3), index => Assert.Equal((double)output[index, 0], map.ScoreAt(cell, index)));
        }
    }

    [Fact]
    public void One_output_is_the_score_of_class_1()
    {
        var network = new Affine<double>(Dense.Matrix(1, 2, [2.0, 0]), Dense.Vector([0.0]));
        var map = DecisionMap.Of(network, Grid);
        Assert.Equal(2, map.ClassCount);
        Assert.All(Enumerable.Range(0, Grid.Count), cell => Assert.Equal(1, map.ScoreAt(cell, 0) + map.ScoreAt(cell, 1), 1e-15));
        Assert.All(Enumerable.Range(0, Grid.Count), cell => Assert.Equal(1 / (1 + Math.Exp(-2 * Grid[cell].X)), map.ScoreAt(cell, 1), 1e-12));
    }

    [Fact]
    public void A_network_of_other_inputs_is_refused() =>
        Assert.Throws<ArgumentException>(() => DecisionMap.Of(Chain(Affine(2)).Initialise<float>(3, RandomKey.FromSeed(3)), Grid));
}
