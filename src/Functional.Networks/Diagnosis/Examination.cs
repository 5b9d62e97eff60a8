namespace Functional.Networks;

using System;
using System.Collections.Generic;
using System.Linq;
using LanguageExt;

/// <summary>Reads what was measured of a run and says what looks wrong.</summary>
public static class Examination
{
    /// <summary>The fewest points of a curve that can be at rest.</summary>
    private const int FewestPoints = 4;

    /// <summary>Everything that looks wrong with a run.</summary>
    /// <remarks>
    /// Figures of layers are the middle ones of their snapshots, so that a single odd one changes nothing; for units that die or saturate,
    /// of the later half of the snapshots. The loss at the beginning is that of the first snapshot, or without snapshots the curve's first.
    /// A layer that is wholly dead lets no gradient through; that is told as death and not as vanishing. The last layer may saturate where
    /// the loss has fallen by half: it has learned to. Only a run without any other finding can underfit.
    /// </remarks>
    /// <param name="record">What was measured: from the run's beginning on, since losses are compared with the first.</param>
    /// <param name="thresholds">From which figures on something looks wrong; the defaults when left out.</param>
    /// <returns>The findings; none where nothing looks wrong.</returns>
    public static Seq<Finding> Of(TrainingRecord record, Thresholds? thresholds = null)
    {
        ArgumentNullException.ThrowIfNull(record);
        var limits = thresholds ?? new();
        var layers = record.Snapshots.IsEmpty ? 0 : record.Snapshots[0].Layers.Count;
        if (record.Snapshots.Exists(snapshot => snapshot.Layers.Count != layers))
        {
            throw new ArgumentException("The snapshots are of networks with different numbers of layers; a record is of one run.", nameof(record));
        }

        var dead = Units(record, layer => layer.DeadShare, limits.Dead, (place, share) => new Finding.Dead(place, share, limits.Dead), _ => true);
        var saturated = Units(
            record, layer => layer.SaturatedShare, limits.Saturated, (place, share) => new Finding.Saturated(place, share, limits.Saturated), i => i < layers - 1 || !HasHalved(record));
        var depth = layers == 0 ? [] : Depth(record, limits);
        Finding[] found = [.. depth, .. dead, .. saturated, .. Rate(record, limits, [.. depth, .. dead]), .. Overfitted(record, limits)];
        return (found.Length > 0 ? found : [.. Underfitted(record, limits)]).ToSeq().Strict();
    }

    private static IEnumerable<Finding> Depth(TrainingRecord record, Thresholds limits)
    {
        var first = record.Snapshots[0].Layers;
        var last = first.Count - 1;
        var isCutOff = Enumerable.Range(0, first.Count).Any(layer => Middle(record.Snapshots, figures => figures.Layers[layer].DeadShare ?? 0) >= 1);
        var back = Middle(record.Snapshots, figures => Ratio(figures.Layers[0].OutputGradient, figures.Layers[last].OutputGradient));
        if (back < limits.Vanishing && !isCutOff)
        {
            yield return new Finding.Vanishing(Name(first[0]), Name(first[last]), back, limits.Vanishing);
        }

        var (gradientAt, gradient) = Largest(figures => figures.OutputGradient, last);
        var (outputAt, output) = Largest(figures => figures.Output, 0);
        if (gradient > limits.Exploding)
        {
            yield return new Finding.Exploding(Name(first[gradientAt]), "gradient", gradient, limits.Exploding);
        }

        if (output > limits.Exploding)
        {
            yield return new Finding.Exploding(Name(first[outputAt]), "output", output, limits.Exploding);
        }

        (int Layer, double Ratio) Largest(Func<LayerFigures, double> figure, int from) => Enumerable.Range(0, first.Count)
            .Select(layer => (layer, Middle(record.Snapshots, figures => Ratio(figure(figures.Layers[layer]), figure(figures.Layers[from])))))
            .MaxBy(ratio => ratio.Item2);
    }

    private static Finding[] Units(TrainingRecord record, Func<LayerFigures, double?> share, double limit, Func<string, double, Finding> finding, Func<int, bool> counts)
    {
        if (record.Snapshots.IsEmpty)
        {
            return [];
        }

        var later = record.Snapshots.Skip(record.Snapshots.Count / 2).ToSeq().Strict();
        return [.. record.Snapshots[0].Layers
            .Select((layer, i) => (Name: Name(layer), Place: i, Share: Middle(later, figures => share(figures.Layers[i]) ?? 0)))
            .Where(layer => layer.Share > limit && counts(layer.Place))
            .Select(layer => finding(layer.Name, layer.Share))];
    }

    private static IEnumerable<Finding> Rate(TrainingRecord record, Thresholds limits, Finding[] causes)
    {
        var ratio = UpdateRatio(record);
        var (first, peak, last) = (FirstLoss(record), record.Curve.Select(point => point.TrainingLoss).DefaultIfEmpty(double.NaN).Max(), LastLoss(record));
        var hasRisen = record.Divergence is not null || peak > limits.Peak * first || (ratio > limits.HighUpdateRatio && last > (1 - limits.SmallFall) * first);
        if (hasRisen)
        {
            // Where numbers exploded from the beginning, that is the reason, whatever the rate.
            if (!causes.Any(cause => cause is Finding.Exploding))
            {
                yield return new Finding.RateTooHigh(ratio, first, peak, last, record.Divergence);
            }
        }
        else if (ratio is { } low && low < limits.LowUpdateRatio && last > (1 - limits.SmallFall) * first && causes.Length == 0)
        {
            yield return new Finding.RateTooLow(low, limits.LowUpdateRatio, first, last);
        }
    }

    private static IEnumerable<Finding> Overfitted(TrainingRecord record, Thresholds limits)
    {
        var judged = record.Curve.Where(point => point.ValidationLoss is { } loss && double.IsFinite(loss)).ToArray();
        if (judged.Length < 2)
        {
            yield break;
        }

        var (best, last) = (judged.MinBy(point => point.ValidationLoss)!, judged[^1]);
        if (last.ValidationLoss > (1 + limits.Rise) * best.ValidationLoss && last.TrainingLoss < best.TrainingLoss)
        {
            yield return new Finding.Overfitting(best.Steps, best.ValidationLoss!.Value, last.ValidationLoss!.Value, best.TrainingLoss, last.TrainingLoss);
        }
    }

    private static IEnumerable<Finding> Underfitted(TrainingRecord record, Thresholds limits)
    {
        if (record.Curve.Count < FewestPoints)
        {
            yield break;
        }

        var (first, last) = (FirstLoss(record), LastLoss(record));
        var change = Math.Abs(record.Curve[record.Curve.Count / 2].TrainingLoss - last) / Math.Abs(last);
        if (change < limits.Rest && last > limits.BadLoss * first)
        {
            yield return new Finding.Underfitting(first, last, change);
        }
    }

    private static bool HasHalved(TrainingRecord record) => LastLoss(record) < FirstLoss(record) / 2;

    private static double FirstLoss(TrainingRecord record) =>
        !record.Snapshots.IsEmpty ? record.Snapshots[0].Loss : record.Curve.IsEmpty ? double.NaN : record.Curve[0].TrainingLoss;

    private static double LastLoss(TrainingRecord record) => record.Curve.IsEmpty ? double.NaN : record.Curve[record.Curve.Count - 1].TrainingLoss;

    /// <summary>The largest ratio of update to weights among the layers.</summary>
    private static double? UpdateRatio(TrainingRecord record) => record.Snapshots.IsEmpty ? null : Enumerable.Range(0, record.Snapshots[0].Layers.Count)
        .Where(layer => record.Snapshots.Exists(figures => figures.Layers[layer].UpdateRatio is not null))
        .Select(layer => (double?)Middle(record.Snapshots.Filter(figures => figures.Layers[layer].UpdateRatio is not null), figures => figures.Layers[layer].UpdateRatio!.Value))
        .Max();

    private static double Middle(Seq<NetworkFigures> snapshots, Func<NetworkFigures, double> figure) => Norms.Median([.. snapshots.Select(figure)]);

    /// <summary>One size over another; two sizes of 0 are equal.</summary>
    private static double Ratio(double size, double of) => size == of ? 1 : size / of;

    private static string Name(LayerFigures layer) => $"{layer.Place}, {layer.Title}";
}
