namespace Functional.Networks;

using System;
using LanguageExt;

/// <summary>Multiplies by a factor that is divided when the objective no longer falls by a tolerance: <c>u = s·g</c>, s ← s / divisor.</summary>
/// <remarks>
/// scikit-learn's learning_rate='adaptive' (F. Pedregosa et al. 2011): the objective's values of <c>period</c> steps are averaged, the period being an epoch. An average
/// that is not below the best one less <c>tolerance</c> is a bad one, whether it is a new best or not; after more than <c>patience</c> bad ones in a row s is divided, and counting begins anew.
/// <see cref="ReduceOnPlateau"/> differs in that only an improvement that counts is a new best. A new s holds from the next step on. scikit-learn stops when the
/// rate would fall to 1e-6; here that is for the caller to decide. Numbers: s, the best average, the bad ones in a row, the sum of the values in the period so far.
/// </remarks>
public sealed record AdaptRate : GradientTransformation
{
    /// <summary>Divides the update when the objective no longer falls.</summary>
    /// <param name="period">How many steps are averaged, at least 1: those of an epoch.</param>
    /// <param name="patience">How many bad averages in a row are borne, at least 0.</param>
    /// <param name="tolerance">The improvement that counts, finite and not negative.</param>
    /// <param name="divisor">What s is divided by, finite and above 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public AdaptRate(int period, int patience = 10, double tolerance = 1e-4, double divisor = 5)
    {
        Period = period >= 1 ? period : throw new ArgumentOutOfRangeException(nameof(period), period, "The period must be at least 1 step.");
        Patience = patience >= 0 ? patience : throw new ArgumentOutOfRangeException(nameof(patience), patience, "The patience must not be negative.");
        Tolerance = RequireNotNegative(tolerance, nameof(tolerance));
        Divisor = double.IsFinite(divisor) && divisor > 1 ? divisor : throw new ArgumentOutOfRangeException(nameof(divisor), divisor, "The divisor must be finite and above 1.");
    }

    /// <summary>How many steps are averaged.</summary>
    public int Period { get; }

    /// <summary>How many bad averages in a row are borne.</summary>
    public int Patience { get; }

    /// <summary>The improvement that counts.</summary>
    public double Tolerance { get; }

    /// <summary>What s is divided by.</summary>
    public double Divisor { get; }

    internal override Seq<double> StartNumbers => ObjectiveRecord.Start.Numbers;

    internal override void Write<T>(UpdatePlan<T> plan, MomentStore<T> state) =>
        ObjectiveRecord.Write(plan, state, nameof(AdaptRate), Period, Judge);

    private ObjectiveRecord Judge(ObjectiveRecord record, double average)
    {
        var bad = average < record.Best - Tolerance ? 0 : record.Bad + 1;
        var best = average < record.Best ? average : record.Best;
        return bad > Patience ? new(record.Scale / Divisor, best, 0, 0) : new(record.Scale, best, bad, 0);
    }
}
