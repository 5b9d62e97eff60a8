namespace Functional.Networks.Tests.Diagnosis;

using System;
using System.Linq;
using Functional.Numerics.Randomness;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using static Functional.Networks.Build;

public sealed class ParameterPlaneTests
{
    private static readonly RandomKey Key = RandomKey.FromSeed(11);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 7)]
    [InlineData(13, 5)]
    public void Random_directions_have_the_length_of_each_units_weights(int inputs, int units)
    {
        var origin = Chain(Affine(units, new Normal(3)), BatchNormalisation(), Affine(2)).Initialise<double>(inputs, Key).Parameters;
        var plane = ParameterPlane<double>.Random(origin, Key);
        foreach (var direction in new[] { plane.First, plane.Second })
        {
            foreach (var (own, entry) in direction.Entries.Zip(origin.Entries))
            {
                var lengths = entry.Role == ParameterRole.Weights ? entry.Values.RowNorms(2) : Vector<double>.Build.Dense(entry.Values.RowCount);
                Assert.All(Enumerable.Range(0, lengths.Count), row => Assert.Equal(lengths[row], own.Values.Row(row).L2Norm(), 1e-12 * (1 + lengths[row])));
            }
        }

        Assert.NotEqual(plane.First, plane.Second);
        Assert.Equal(plane.First.Unroll(), ParameterPlane<double>.Random(origin, Key).First.Unroll());
    }

    [Fact]
    public void Projecting_a_point_of_the_plane_gives_its_coordinates()
    {
        var origin = Chain(Affine(5), Relu(), Affine(3)).Initialise<double>(4, Key).Parameters;
        var plane = ParameterPlane<double>.Random(origin, Key);
        foreach (var i in Enumerable.Range(0, 20))
        {
            var point = new PlanePoint(Key.Normal(2 * i), Key.Normal((2 * i) + 1));
            var found = plane.Project(plane[point]);
            Assert.Equal(point.X, found.X, 1e-12);
            Assert.Equal(point.Y, found.Y, 1e-12);
        }

        Assert.Equal(origin.Unroll(), plane[new(0, 0)].Unroll());
    }

    [Theory]
    [InlineData(3)]
    [InlineData(17)]
    public void A_path_within_a_plane_lies_in_the_plane_of_its_principal_directions(int points)
    {
        var origin = Chain(Affine(5), Relu(), Affine(3)).Initialise<double>(4, Key).Parameters;
        var flat = ParameterPlane<double>.Random(origin, Key);
        var path = Enumerable.Range(0, points).Select(i => flat[new(Key.Normal(2 * i), 0.1 * Key.Normal((2 * i) + 1))]).ToArray().ToSeq().Strict();
        var plane = ParameterPlane<double>.Principal(path);
        Assert.All(path, point => Assert.True((plane[plane.Project(point)].Unroll() - point.Unroll()).L2Norm() < 1e-10));
        Assert.Equal(new(0, 0), plane.Project(path[points - 1]));
        Assert.Equal(1, plane.First.Unroll().L2Norm(), 1e-12);
        Assert.Equal(0, plane.First.Unroll() * plane.Second.Unroll(), 1e-10);

        double Spread(Func<PlanePoint, double> coordinate) => path.Sum(point => Math.Pow(coordinate(plane.Project(point)), 2));
        Assert.True(Spread(at => at.X) > Spread(at => at.Y));
    }

    [Fact]
    public void A_path_that_does_not_move_or_lies_on_a_line_lacks_directions()
    {
        var origin = Chain(Affine(2)).Initialise<float>(3, Key).Parameters;
        var still = ParameterPlane<float>.Principal(Prelude.Seq(origin, origin));
        Assert.Equal((new PlanePoint(0, 0), 0.0), (still.Project(origin), still.First.Unroll().L2Norm()));
        var line = ParameterPlane<float>.Random(origin, Key);
        var straight = ParameterPlane<float>.Principal(Prelude.Seq(line[new(2, 0)], line[new(1, 0)], origin));
        Assert.Equal((true, 0.0), (straight.First.Unroll().L2Norm() > 0.99, straight.Second.Unroll().L2Norm()));
        Assert.Throws<ArgumentException>(() => ParameterPlane<float>.Principal(Seq<Parameters<float>>.Empty));
        Assert.Throws<ArgumentException>(() => new ParameterPlane<float>(origin, origin, Chain(Affine(3)).Initialise<float>(3, Key).Parameters));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(20)]
    public void Eigenvectors_are_turned_by_nothing_but_their_eigenvalue(int size)
    {
        var half = Matrix<double>.Build.Dense(size, size, (row, column) => Key.Normal((row * size) + column));
        var matrix = half + half.Transpose();
        var (values, vectors) = SymmetricEigenvectors.Of(matrix.ToArray());
        var expected = matrix.Evd(Symmetricity.Symmetric).EigenValues.Select(value => value.Real).OrderDescending().ToArray();
        foreach (var i in Enumerable.Range(0, size))
        {
            var vector = Vector<double>.Build.Dense(vectors[i]);
            Assert.Equal(expected[i], values[i], 1e-11 * (1 + Math.Abs(expected[i])));
            Assert.True(((matrix * vector) - (values[i] * vector)).L2Norm() < 1e-11 * size);
            Assert.Equal(1, vector.L2Norm(), 1e-13);
            Assert.True(vector[vector.AbsoluteMaximumIndex()] > 0);
        }
    }
}
