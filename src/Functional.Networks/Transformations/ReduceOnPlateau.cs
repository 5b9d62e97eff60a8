namespace Functional.Networks;

using System;
using LanguageExt;

/// <summary>Multiplies by a factor that falls when the objective has stopped falling: <c>u = s·g</c>, s ← factor·s.</summary>
/// <remarks>
/// The objective's values of <c>period</c> steps are averaged, so that the period is an epoch where it has as many steps. An average that is below the best one less
/// a share <c>threshold</c> of its magnitude is the new best; otherwise it is a bad one, and after more than <c>patience</c> bad ones in a row s is reduced, but
/// not below <c>least</c>, and counting begins anew: PyTorch's ReduceLROnPlateau in its relative mode. A new s holds from the next step on. Numbers: s, the best
/// average, the bad ones in a row, the sum of the values in the period so far.
/// </remarks>
public sealed record ReduceOnPlateau : GradientTransformation
{
    /// <summary>Reduces the update when the objective has stopped falling.</summary>
    /// <param name="factor">What s is multiplied by, above 0 and below 1.</param>
    /// <param name="patience">How many bad averages in a row are borne, at least 0.</param>
    /// <param name="period">How many steps are averaged, at least 1.</param>
    /// <param name="threshold">The relative improvement that counts, at least 0 and below 1.</param>
    /// <param name="least">The smallest s, at least 0 and at most 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public ReduceOnPlateau(double factor = 0.1, int patience = 10, int period = 1, double threshold = 1e-4, double least = 0)
    {
        Factor = factor is > 0 and < 1 ? factor : throw new ArgumentOutOfRangeException(nameof(factor), factor, "The factor must be above 0 and below 1.");
        Patience = patience >= 0 ? patience : throw new ArgumentOutOfRangeException(nameof(patience), patience, "The patience must not be negative.");
        Period = period >= 1 ? period : throw new ArgumentOutOfRangeException(nameof(period), period, "The period must be at least 1 step.");
        Threshold = RequireDecay(threshold, nameof(threshold));
        Least = least is >= 0 and <= 1 ? least : throw new ArgumentOutOfRangeException(nameof(least), least, "The smallest scale must be from 0 to 1.");
    }

    /// <summary>What s is multiplied by.</summary>
    public double Factor { get; }

    /// <summary>How many bad averages in a row are borne.</summary>
    public int Patience { get; }

    /// <summary>How many steps are averaged.</summary>
    public int Period { get; }

    /// <summary>The relative improvement that counts.</summary>
    public double Threshold { get; }

    /// <summary>The smallest s.</summary>
    public double Least { get; }

    internal override Seq<double> StartNumbers => ObjectiveRecord.Start.Numbers;

    internal override void Write<T>(UpdatePlan<T> plan, MomentStore<T> state) =>
        ObjectiveRecord.Write(plan, state, nameof(ReduceOnPlateau), Period, Judge);

    private ObjectiveRecord Judge(ObjectiveRecord record, double average)
    {
        var enough = double.IsPositiveInfinity(record.Best) ? record.Best : record.Best - (Threshold * Math.Abs(record.Best));
        if (average < enough)
        {
            return new(record.Scale, average, 0, 0);
        }

        return record.Bad + 1 > Patience
            ? new(Math.Max(record.Scale * Factor, Math.Min(record.Scale, Least)), record.Best, 0, 0)
            : new(record.Scale, record.Best, record.Bad + 1, 0);
    }
}
