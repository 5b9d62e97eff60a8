namespace Functional.Networks;

using System;

/// <summary>A rise to a schedule's first rate, then that schedule: <c>inner(0) · (step + 1) / (steps + 1)</c>, from step <c>steps</c> on <c>inner(step − steps)</c>.</summary>
/// <remarks>
/// P. Goyal et al. 2017, section 2.2. The first step has a rate above 0, so that it is not lost; sources that begin at 0 write step / steps.
/// </remarks>
public sealed record WarmUp : Schedule
{
    /// <summary>A rise to a schedule's first rate, then that schedule.</summary>
    /// <param name="inner">The schedule.</param>
    /// <param name="steps">The number of steps that the rise takes, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are too few steps.</exception>
    public WarmUp(Schedule inner, long steps)
    {
        ArgumentNullException.ThrowIfNull(inner);
        Inner = inner;
        Steps = RequireSteps(steps, nameof(steps));
    }

    /// <summary>The schedule after the rise.</summary>
    public Schedule Inner { get; }

    /// <summary>The number of steps that the rise takes.</summary>
    public long Steps { get; }

    /// <inheritdoc/>
    public override double At(long step) => step >= Steps ? Inner.At(step - Steps) : Inner.At(0) * (step + 1) / (Steps + 1);
}
