namespace Functional.Networks;

using System;
using System.Linq;
using Functional.Numerics;
using LanguageExt;

/// <summary>What a network of two inputs makes of every place in a rectangle: the picture of its decisions.</summary>
/// <param name="Grid">The places.</param>
/// <param name="ClassCount">The number of classes: as many as the network has outputs, or 2 where it has one.</param>
/// <param name="Scores">Each class's score, cell after cell: probabilities where the outputs are read as such, NaN where the network gives that.</param>
public sealed record DecisionMap(PlaneGrid Grid, int ClassCount, Seq<double> Scores)
{
    /// <summary>The places.</summary>
    public PlaneGrid Grid { get; init => field = Given.NotNull(value); } = Given.NotNull(Grid);

    private const int ChunkCells = 1024;

    /// <summary>Asks a network about every cell's centre, in inference.</summary>
    /// <remarks>
    /// A single output y, once read, is the score of class 1, and 1 − y is that of class 0. Inputs are the centres' coordinates: where the
    /// network was trained on scaled features, give the grid in scaled units.
    /// </remarks>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="network">A network of two inputs.</param>
    /// <param name="grid">The places.</param>
    /// <param name="reading">What makes probabilities of outputs, such as <see cref="Softmax"/> or <see cref="Sigmoid"/> for logits; <see cref="Softmax"/> when left out, for a single output <see cref="Sigmoid"/>.</param>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    /// <exception cref="ArgumentException">The network does not take two inputs.</exception>
    public static DecisionMap Of<T>(Layer<T> network, PlaneGrid grid, Activation? reading = null, Execution? execution = null)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(grid);
        if (network.InputSize is { } size && size != 2)
        {
            throw new ArgumentException($"A network over the plane takes 2 inputs; {network.Title} takes {size}.", nameof(network));
        }

        var outputs = network.OutputSize(2);
        var read = reading ?? (outputs == 1 ? new Sigmoid() : new Softmax());
        var scores = Enumerable.Range(0, grid.Count).Chunk(ChunkCells).SelectMany(cells =>
        {
            var inputs = new T[2 * cells.Length];
            for (var i = 0; i < cells.Length; i++)
            {
                var point = grid[cells[i]];
                (inputs[2 * i], inputs[(2 * i) + 1]) = (T.CreateTruncating(point.X), T.CreateTruncating(point.Y));
            }

            var numbers = Norms.Doubles(read.Apply(network.Predict(Dense.Matrix(2, cells.Length, inputs), execution)).Output.Numbers);
            return outputs == 1 ? numbers.SelectMany(score => new[] { 1 - score, score }).ToArray() : numbers;
        });
        return new(grid, Math.Max(2, outputs), scores.ToArray().ToSeq().Strict());
    }

    /// <summary>The class of the largest score at a cell, the first of equals.</summary>
    /// <param name="cell">The cell.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such cell.</exception>
    /// <exception cref="InvalidOperationException">There are not as many scores as cells times classes.</exception>
    public int ClassAt(int cell) => Accuracy.ArgMax<double>(At(cell));

    /// <summary>One class's score at a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="index">The class.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such cell or class.</exception>
    /// <exception cref="InvalidOperationException">There are not as many scores as cells times classes.</exception>
    public double ScoreAt(int cell, int index) => (uint)index < (uint)ClassCount
        ? At(cell)[index]
        : throw new ArgumentOutOfRangeException(nameof(index), index, $"There are {ClassCount} classes; they run from 0 to {ClassCount - 1}.");

    /// <summary>How far a class's score lies above the largest other one at a cell: 0 at the boundary of its region.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="index">The class.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such cell or class.</exception>
    /// <exception cref="InvalidOperationException">There are not as many scores as cells times classes.</exception>
    public double MarginAt(int cell, int index)
    {
        var own = ScoreAt(cell, index);
        var other = double.NegativeInfinity;
        var scores = At(cell);
        for (var i = 0; i < scores.Length; i++)
        {
            other = i == index ? other : Math.Max(other, scores[i]);
        }

        return own - other;
    }

    private double[] At(int cell)
    {
        if ((uint)cell >= (uint)Grid.Count)
        {
            throw new ArgumentOutOfRangeException(nameof(cell), cell, $"There are {Grid.Count} cells; they are counted from 0 to {Grid.Count - 1}.");
        }

        return ClassCount > 0 && Scores.Count == (long)Grid.Count * ClassCount
            ? [.. Enumerable.Range(cell * ClassCount, ClassCount).Select(i => Scores[i])]
            : throw new InvalidOperationException($"There are {Scores.Count} scores; {Grid.Count} cells need one for each of {ClassCount} classes.");
    }
}
