namespace Functional.Cli;

using System;
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
    public Seq<Finding> Findings => Diagnosis.Findings;

    /// <summary>The layers as they were measured last.</summary>
    public Seq<LayerFigures> Layers => Diagnosis.Layers;

    private LayerDiagnosis Diagnosis => new(Record);

    /// <summary>A layer's update over its weights, as <see cref="LayerDiagnosis.UpdateRatio"/> tells it.</summary>
    /// <param name="place">The layer's place in <see cref="Layers"/>.</param>
    public double? UpdateRatio(int place) => Diagnosis.UpdateRatio(place);

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
