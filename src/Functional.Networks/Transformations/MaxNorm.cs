namespace Functional.Networks;

using System;
using LanguageExt;

/// <summary>Keeps the norm of every unit's incoming weights at or below a limit: the update leads to <c>(p + u)·min(1, limit / ‖p + u‖)</c>, row by row.</summary>
/// <remarks>
/// N. Srivastava et al. 2014, section 5.1 (who found limits from 3 to 4 useful). A unit's incoming weights are a row of a weight matrix [outputs × inputs]; its bias
/// is left alone. It belongs at the end of a chain, where the update is what is added to the parameters. A row's sum of squares is one chain of fused multiply-adds
/// over the columns, from the first to the last. Rows within the limit keep their update bit for bit; a norm too large for the element gives NaN, so that training
/// diverges as a value.
/// </remarks>
public sealed record MaxNorm : GradientTransformation
{
    /// <summary>Keeps the norm of every unit's incoming weights at or below a limit.</summary>
    /// <param name="limit">The largest norm, finite and above 0.</param>
    /// <param name="choice">Which parameters' rows; those of the weights when left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is outside that range.</exception>
    public MaxNorm(double limit, ParameterChoice? choice = null)
    {
        Limit = RequirePositive(limit, nameof(limit));
        Choice = choice ?? ParameterChoice.Weights;
    }

    /// <summary>The largest norm.</summary>
    public double Limit { get; }

    /// <summary>Which parameters' rows.</summary>
    public ParameterChoice Choice { get; }

    internal override void RequireNames(Seq<string> names) => Choice.RequireNames(names);

    internal override void Write<T>(UpdatePlan<T> plan, MomentStore<T> state) => plan.For(Choice.Among(plan.Layout), () =>
    {
        var rows = new RowFactors<T>(plan, T.CreateChecked(Limit));
        plan.Survey(rows.Count, rows.Find, static () => { }, arrays: 2);
        plan.Sweep(plan.EverySlot, rows.Project);
    });
}
