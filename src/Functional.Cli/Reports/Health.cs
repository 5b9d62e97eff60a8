namespace Functional.Cli;

using System;
using System.Linq;
using Functional.Experiments;
using Functional.Networks;
using LanguageExt;

/// <summary>What was measured of a training's layers, and what looks wrong with it.</summary>
/// <param name="Record">What was measured so far.</param>
internal sealed record Health(TrainingRecord Record)
{
    /// <summary>Before anything is measured.</summary>
    public static Health Unknown { get; } = new(new TrainingRecord(Seq<NetworkFigures>.Empty, Seq<CurvePoint>.Empty));

    /// <summary>What looks wrong; nothing where all looks well.</summary>
    public Seq<Finding> Findings => Examination.Of(Record);

    /// <summary>The layers as they were measured last.</summary>
    public Seq<LayerFigures> Layers => Record.Snapshots.IsEmpty ? Seq<LayerFigures>.Empty : Record.Snapshots[Record.Snapshots.Count - 1].Layers;

    /// <summary>
    /// A layer's update over its weights: the middle one of all measurements, as the findings take it, since a schedule may have no rate left at the last one. Nothing
    /// where there are no weights.
    /// </summary>
    /// <param name="place">The layer's place in <see cref="Layers"/>.</param>
    public double? UpdateRatio(int place)
    {
        double[] ratios = [.. Record.Snapshots.Select(snapshot => snapshot.Layers[place].UpdateRatio).OfType<double>().Order()];
        return ratios.Length == 0 ? null : (ratios[(ratios.Length - 1) / 2] + ratios[ratios.Length / 2]) / 2;
    }

    /// <summary>What is known after something has happened.</summary>
    /// <param name="happened">What has happened.</param>
    /// <param name="stepsPerEpoch">How many steps make an epoch.</param>
    public Health After(RunEvent happened, int stepsPerEpoch) => happened switch
    {
        RunEvent.LayersMeasured measured => new(Record with { Snapshots = Record.Snapshots.Add(measured.Figures) }),
        RunEvent.EpochDone epoch => With(new CurvePoint((long)epoch.Figures.Epoch * stepsPerEpoch, epoch.Figures.Loss, epoch.Figures.Validation?.Loss)),
        RunEvent.Diverged diverged => new(Record with { Divergence = diverged.Divergence }),
        RunEvent.RanAway lost => With(new CurvePoint(lost.Step, lost.Loss, ValidationLoss: null)),
        _ => this,
    };

    /// <summary>The name of a finding's kind, the same in every version.</summary>
    /// <param name="finding">The finding.</param>
    public static string KindOf(Finding finding) => finding switch
    {
        Finding.Vanishing => "vanishing",
        Finding.Exploding => "exploding",
        Finding.Dead => "dead",
        Finding.Saturated => "saturated",
        Finding.RateTooHigh => "rate-too-high",
        Finding.RateTooLow => "rate-too-low",
        Finding.Overfitting => "overfitting",
        Finding.Underfitting => "underfitting",
        _ => throw new ArgumentException($"There is no name for {finding.GetType().Name}.", nameof(finding)),
    };

    private Health With(CurvePoint point) => new(Record with { Curve = Record.Curve.Add(point) });
}
