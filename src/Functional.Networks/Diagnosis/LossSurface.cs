namespace Functional.Networks;

using System;
using System.Linq;
using Functional.Numerics;
using LanguageExt;

/// <summary>The height of the objective over a rectangle of a plane through parameter space.</summary>
/// <param name="Grid">The places, in units of the plane's directions.</param>
/// <param name="Heights">The objective at each cell; where the network diverges, not finite.</param>
public sealed record LossSurface(PlaneGrid Grid, Seq<double> Heights)
{
    /// <summary>The places, in units of the plane's directions.</summary>
    public PlaneGrid Grid { get; init => field = Given.NotNull(value); } = Given.NotNull(Grid);

    /// <summary>Measures the objective at every cell's centre.</summary>
    /// <remarks>
    /// Each cell takes as long as an evaluation on all samples: some hundred samples are enough for a picture. Running statistics, such as those of
    /// batch normalisation, stay as they are in the network.
    /// </remarks>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="network">The network; its own parameters do not matter.</param>
    /// <param name="plane">The plane.</param>
    /// <param name="objective">What is measured, in inference: the loss over all samples, and the penalties.</param>
    /// <param name="source">The samples.</param>
    /// <param name="grid">The places.</param>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    /// <exception cref="ArgumentException">The plane or the samples do not fit the network.</exception>
    public static LossSurface Of<T>(
        Layer<T> network, ParameterPlane<T> plane, Objective objective, ISampleSource<T> source, PlaneGrid grid, Execution? execution = null)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(plane);
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(grid);
        network.Parameters.RequireSameShape(plane.Origin);
        var heights = Enumerable.Range(0, grid.Count).Select(cell =>
        {
            var parameters = plane[grid[cell]];
            var loss = Evaluation<T>.Of(network.With(parameters), objective.Loss, source, execution).Loss;
            return double.CreateChecked(objective.Penalties.Fold(loss, (sum, penalty) => sum + penalty.Value(parameters)));
        });
        return new(grid, heights.ToArray().ToSeq().Strict());
    }

    /// <summary>The height of a function of two variables over a rectangle.</summary>
    /// <param name="function">The function, which must be pure.</param>
    /// <param name="grid">The places.</param>
    public static LossSurface Of(Func<double, double, double> function, PlaneGrid grid)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(grid);
        return new(grid, Enumerable.Range(0, grid.Count).Select(cell => function(grid[cell].X, grid[cell].Y)).ToArray().ToSeq().Strict());
    }
}
