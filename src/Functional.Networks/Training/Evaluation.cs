namespace Functional.Networks;

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Functional.Numerics;
using Functional.Numerics.Sums;

/// <summary>How a network does on a set of samples, measured in bounded memory.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="Loss">The loss over all samples: the same bits as of one batch that holds them all.</param>
/// <param name="Correct">How many samples have their largest output at their class.</param>
/// <param name="Samples">The number of samples.</param>
public sealed record Evaluation<T>(T Loss, int Correct, int Samples)
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>How many samples are in memory as numbers at a time: a whole number of grains.</summary>
    private const int ChunkSize = 16 * Arithmetic.GrainSize;

    /// <summary>The share of samples that are classified rightly, from 0 to 1.</summary>
    public double Accuracy => (double)Correct / Samples;

    /// <summary>Evaluates a network on samples.</summary>
    /// <param name="network">The network.</param>
    /// <param name="loss">The loss.</param>
    /// <param name="source">The samples, at least 1.</param>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    /// <exception cref="System.ArgumentException">There are no samples, or they do not fit the network.</exception>
    /// <remarks>A source's samples have weights in all batches or in none.</remarks>
    public static Evaluation<T> Of(Layer<T> network, Loss loss, ISampleSource<T> source, Execution? execution = null)
    {
        System.ArgumentNullException.ThrowIfNull(network);
        System.ArgumentNullException.ThrowIfNull(loss);
        System.ArgumentNullException.ThrowIfNull(source);
        if (source.Count < 1)
        {
            throw new System.ArgumentException("There are no samples to evaluate on.", nameof(source));
        }

        if (Evaluator.Of(network, loss, source, execution ?? Execution.Sequential) is { } evaluation)
        {
            return evaluation;
        }

        var grains = new List<T>(source.Count / Arithmetic.GrainSize);
        var weights = new List<T>();
        var weighing = new Weighing<T>(loss);
        int correct = 0, outputs = 0;
        foreach (var chunk in Enumerable.Range(0, source.Count).Chunk(ChunkSize))
        {
            var batch = source.Gather(chunk);
            var output = network.Predict(batch.Inputs, execution);
            var losses = loss.OfSamples(output, batch.Targets, execution).Values.Numbers;
            if (weighing.Applies(batch.Targets.IsWeighted))
            {
                var own = weighing.Of(batch.Targets);
                weights.AddRange(GrainSum.Grains<T>(own));
                losses = Weighing<T>.Products(own, losses);
            }

            grains.AddRange(GrainSum.Grains(losses));
            correct += Networks.Accuracy.CountCorrect(output, batch.Targets);
            outputs = output.RowCount;
        }

        var divisor = weights.Count == 0
            ? loss.Divisor<T>(source.Count, outputs)
            : loss.Divisor(source.Count, outputs, GrainSum.Join<T>(weights.ToImmutableArray().AsSpan()));
        return new(GrainSum.Join<T>(grains.ToImmutableArray().AsSpan()) / divisor, correct, source.Count);
    }
}
