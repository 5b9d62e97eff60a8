namespace Functional.Networks;

using System;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Elementwise.Operations;

/// <summary>Room in which samples go through a network forward and back.</summary>
internal sealed class Workspace<T>
    where T : struct, IFloatingPointIeee754<T>
{
    private readonly LossKernel<T> loss;

    /// <summary>Room for so many samples.</summary>
    public Workspace(StageChain<T> stages, LossKernel<T> loss)
    {
        Stages = stages;
        this.loss = loss;
    }

    /// <summary>The scratch room that a thread needs for a sample's loss.</summary>
    public static int Scratch(LossKernel<T> loss, int outputs, int padding) =>
        (2 * Signal.Padded(outputs, padding)) + loss.Room(Signal.Padded(outputs, padding));

    /// <summary>The network's stages.</summary>
    public StageChain<T> Stages { get; }

    /// <summary>Takes samples through the network.</summary>
    /// <param name="crew">The thread.</param>
    /// <param name="parameters">The network's parameters.</param>
    /// <param name="feed">The step's samples.</param>
    /// <param name="first">The number of the sample that stands in the first column.</param>
    /// <param name="from">The first column.</param>
    /// <param name="to">The column behind the last one.</param>
    public void Forward(Crew<T> crew, T[] parameters, Feed<T> feed, int first, int from, int to)
    {
        var input = Stages.Input;
        for (var column = from; column < to; column++)
        {
            // Samples lie anywhere in memory, so the one after the next is fetched while this one is made ready.
            if (column + 2 < to)
            {
                feed.Announce(first + column + 2);
            }

            feed.CopyInputs(first + column, input.Values.AsSpan(column * input.Stride, input.Rows));
        }

        Stages.Forward(crew, parameters, from, to);
    }

    /// <summary>Compares outputs with targets.</summary>
    /// <param name="crew">The thread.</param>
    /// <param name="feed">The step's samples.</param>
    /// <param name="first">The number of the sample that stands in the first column.</param>
    /// <param name="from">The first column.</param>
    /// <param name="to">The column behind the last one.</param>
    /// <param name="weights">Each sample's weight, at its number; empty where all are 1.</param>
    /// <param name="divisor">What the loss's gradient is divided by.</param>
    /// <param name="losses">Takes each sample's loss, at its number.</param>
    /// <returns>How many samples have their largest output at their class.</returns>
    public int Compare(Crew<T> crew, Feed<T> feed, int first, int from, int to, ReadOnlySpan<T> weights, T divisor, T[] losses)
    {
        var output = Stages.Output;
        var (rows, stride) = (output.Rows, output.Stride);
        var target = crew.Scratch.AsSpan(0, stride);
        var aside = crew.Scratch.AsSpan(stride, stride);
        var room = crew.Scratch.AsSpan(2 * stride, loss.Room(stride));
        var hasGradients = output.Gradients.Length > 0;
        var correct = 0;
        for (var column = from; column < to; column++)
        {
            var values = output.Values.AsSpan(column * stride, stride);
            var gradient = hasGradients ? output.Gradients.AsSpan(column * stride, stride) : aside;
            feed.CopyTarget(first + column, target[..rows]);
            var value = loss.Of(values, target, gradient, room, rows, crew.Execution);
            if (!weights.IsEmpty)
            {
                var weight = weights[first + column];
                value = weight * value;
                Elements.Map(new Scale<T>(weight), gradient, gradient, crew.Execution);
            }

            losses[first + column] = value;
            correct += Accuracy.ArgMax<T>(values[..rows]) == feed.ClassOf(first + column) ? 1 : 0;
        }

        if (divisor != T.One && hasGradients)
        {
            var gradients = output.Columns(output.Gradients, from, to);
            Elements.Map(new DividedBy<T>(divisor), gradients, gradients, crew.Execution);
        }

        return correct;
    }
}
