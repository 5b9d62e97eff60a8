namespace Functional.Networks;

using System.Collections.Generic;
using Functional.Numerics;
using LanguageExt;

/// <summary>What was measured of a run of training, to be examined.</summary>
/// <param name="Snapshots">The figures of all layers at some steps, in their order.</param>
/// <param name="Curve">The losses over time, in their order.</param>
/// <param name="Divergence">Where the run diverged; nothing where it did not.</param>
public sealed record TrainingRecord(Seq<NetworkFigures> Snapshots, Seq<CurvePoint> Curve, Divergence? Divergence = null)
{
    /// <summary>The figures of all layers at some steps, in their order.</summary>
    public Seq<NetworkFigures> Snapshots { get; init => field = Given.NoNulls(value); } = Given.NoNulls(Snapshots);

    /// <summary>The losses over time, in their order.</summary>
    public Seq<CurvePoint> Curve { get; init => field = Given.NoNulls(value); } = Given.NoNulls(Curve);

    /// <summary>Goes through a run and measures it: a snapshot at the beginning and at the end of every epoch, and the losses of every epoch.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="training">How the network is trained.</param>
    /// <param name="start">The state before the run.</param>
    /// <param name="epochs">The run, as many epochs of it as are wanted, such as <c>Epochs.Of(…).Take(20)</c>.</param>
    /// <param name="batch">The samples that every snapshot is taken on, best a hundred or more.</param>
    /// <param name="execution">How to compute the snapshots; sequentially when left out.</param>
    /// <exception cref="System.ArgumentException">The samples do not fit the network.</exception>
    public static TrainingRecord Of<T>(
        Training training, TrainingState<T> start, IEnumerable<Either<Divergence, Epoch<T>>> epochs, Batch<T> batch, Execution? execution = null)
        where T : struct, IFloatingPointIeee754<T>
    {
        System.ArgumentNullException.ThrowIfNull(epochs);
        var record = new TrainingRecord(Seq<NetworkFigures>.Empty, Seq<CurvePoint>.Empty).With(Snapshot.Of(training, start, batch, execution));
        if (record.Divergence is not null)
        {
            return record;
        }

        foreach (var step in epochs)
        {
            record = step.Match(
                Right: epoch => (record with { Curve = record.Curve.Add(CurvePoint.Of(epoch)) }).With(Snapshot.Of(training, epoch.State, batch, execution)),
                Left: divergence => record with { Divergence = divergence });
            if (record.Divergence is not null)
            {
                break;
            }
        }

        return record;
    }

    private TrainingRecord With(Either<Divergence, NetworkFigures> snapshot) => snapshot.Match(
        Right: figures => this with { Snapshots = Snapshots.Add(figures) },
        Left: divergence => this with { Divergence = divergence });
}
