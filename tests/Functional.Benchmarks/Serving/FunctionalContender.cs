namespace Functional.Benchmarks.Serving;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Networks;
using Functional.Numerics;

/// <summary>This library as a user runs it: training that is pulled step by step, without end, and alive between requests.</summary>
internal sealed class FunctionalContender<T> : IServed
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Training training;
    private readonly TrainingState<T> start;
    private readonly ISampleSource<T> source;
    private readonly int[][] firstBatches;
    private readonly Execution execution;
    private readonly Moments<T>.Enumerator moments;

    /// <summary>Training from a state.</summary>
    /// <param name="training">How to train.</param>
    /// <param name="start">The state before the first step.</param>
    /// <param name="source">The samples.</param>
    /// <param name="sampling">Which samples each step takes.</param>
    /// <param name="firstBatches">The samples of the steps that all contenders must agree on.</param>
    /// <param name="execution">How to compute.</param>
    public FunctionalContender(Training training, TrainingState<T> start, ISampleSource<T> source, Sampling sampling, int[][] firstBatches, Execution execution)
    {
        (this.training, this.start, this.source, this.firstBatches, this.execution) = (training, start, source, firstBatches, execution);

        moments = training.Moments(start, source, sampling, execution).GetEnumerator();
    }

    /// <inheritdoc/>
    public double[] Verify()
    {
        var losses = new List<double>();
        if (Array.TrueForAll(firstBatches, batch => batch.Length == source.Count))
        {
            foreach (var moment in training.Moments(start, source, new FullBatch(), execution))
            {
                losses.Add(double.CreateChecked(moment.Measurement.Loss));
                if (losses.Count == firstBatches.Length)
                {
                    return [.. losses];
                }
            }
        }

        foreach (var step in training.Trajectory(start, firstBatches.Select(indices => source.Gather(indices)), execution))
        {
            losses.Add(step.Match(
                Right: advance => double.CreateChecked(advance.Measurement.Loss),
                Left: divergence => throw new Fault(divergence.Message)));
        }

        return [.. losses];
    }

    /// <inheritdoc/>
    public double Run(long steps)
    {
        var loss = T.Zero;
        for (var step = 0L; step < steps; step++)
        {
            if (!moments.MoveNext())
            {
                throw new Fault("training has ended.");
            }

            loss = moments.Current.Divergence is { } divergence ? throw new Fault(divergence.Message) : moments.Current.Measurement.Loss;
        }

        return double.CreateChecked(loss);
    }
}
