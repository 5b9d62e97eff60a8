namespace Functional.Experiments;

using System;
using System.Linq;
using Functional.Networks;
using LanguageExt;

/// <summary>What was measured of a training's layers, and what looks wrong with it.</summary>
/// <param name="Record">What was measured.</param>
public sealed record LayerDiagnosis(TrainingRecord Record)
{
    /// <summary>What was measured.</summary>
    public TrainingRecord Record { get; init => field = Given.NotNull(value); } = Given.NotNull(Record);

    /// <summary>What looks wrong; nothing where all looks well.</summary>
    public Seq<Finding> Findings => Examination.Of(Record);

    /// <summary>The layers as they were measured last; none where nothing was measured.</summary>
    public Seq<LayerFigures> Layers => Record.Snapshots.IsEmpty ? Seq<LayerFigures>.Empty : Record.Snapshots[Record.Snapshots.Count - 1].Layers;

    /// <summary>
    /// A layer's update over its weights: the middle one of all measurements, as the findings take it, since a schedule may have no rate left at the last one. Nothing
    /// where there are no weights.
    /// </summary>
    /// <param name="place">The layer's place in <see cref="Layers"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such layer in a measurement.</exception>
    public double? UpdateRatio(int place)
    {
        if (place < 0 || Record.Snapshots.Exists(snapshot => place >= snapshot.Layers.Count))
        {
            throw new ArgumentOutOfRangeException(nameof(place), place, "There is no such layer; they are counted from 0.");
        }

        double[] ratios = [.. Record.Snapshots.Select(snapshot => snapshot.Layers[place].UpdateRatio).OfType<double>().Order()];
        return ratios.Length == 0 ? null : (ratios[(ratios.Length - 1) / 2] + ratios[ratios.Length / 2]) / 2;
    }
}
