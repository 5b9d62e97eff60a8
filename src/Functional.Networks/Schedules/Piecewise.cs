namespace Functional.Networks;

using System;
using LanguageExt;

/// <summary>A learning rate that is constant between given steps.</summary>
public sealed record Piecewise : Schedule
{
    /// <summary>A learning rate that is constant between given steps.</summary>
    /// <param name="rate">The learning rate at step 0, finite and not negative.</param>
    /// <param name="changes">From which step on, ascending and at least 1, which learning rate holds.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate is outside its range.</exception>
    /// <exception cref="ArgumentException">The steps do not ascend.</exception>
    public Piecewise(double rate, params (long Step, double Rate)[] changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        Rate = RequireRate(rate, nameof(rate));
        Changes = changes.Map(change => (change.Step, RequireRate(change.Rate, nameof(changes)))).ToSeq().Strict();
        var before = 0L;
        foreach (var (step, _) in changes)
        {
            before = step > before
                ? step
                : throw new ArgumentException($"The steps of the changes must ascend and be at least 1: {step} follows {before}.", nameof(changes));
        }
    }

    /// <summary>The learning rate at step 0.</summary>
    public double Rate { get; }

    /// <summary>From which step on which learning rate holds.</summary>
    public Seq<(long Step, double Rate)> Changes { get; }

    /// <inheritdoc/>
    public override double At(long step)
    {
        var rate = Rate;
        for (var change = 0; change < Changes.Count && Changes[change].Step <= step; change++)
        {
            rate = Changes[change].Rate;
        }

        return rate;
    }
}
