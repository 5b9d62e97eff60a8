namespace Functional.Networks;

using System;

/// <summary>A learning rate as a function of the step.</summary>
public abstract record Schedule
{
    private protected Schedule()
    {
    }

    /// <summary>The learning rate at a step.</summary>
    /// <param name="step">The number of steps already done: 0 for the first.</param>
    public abstract double At(long step);

    /// <summary>This schedule behind a rise from near 0 to its first rate.</summary>
    /// <param name="steps">The number of steps that the rise takes, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are too few steps.</exception>
    public Schedule WarmedUp(long steps) => new WarmUp(this, steps);

    /// <summary>This schedule for some steps, then another one from its own beginning.</summary>
    /// <param name="steps">For how many steps, at least 1.</param>
    /// <param name="next">What follows.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are too few steps.</exception>
    public Schedule FollowedAfter(long steps, Schedule next) => new Joined(this, steps, next);

    /// <summary>The same learning rate at every step.</summary>
    /// <param name="rate">The learning rate, finite and not negative.</param>
    public static implicit operator Schedule(double rate) => new ConstantRate(rate);

    /// <summary>Returns a rate that must be finite and not negative.</summary>
    private protected static double RequireRate(double rate, string name) => double.IsFinite(rate) && rate >= 0
        ? rate
        : throw new ArgumentOutOfRangeException(name, rate, "A learning rate must be finite and not negative.");

    /// <summary>Returns a number of steps that must be at least 1.</summary>
    private protected static long RequireSteps(long steps, string name) => steps >= 1
        ? steps
        : throw new ArgumentOutOfRangeException(name, steps, "There must be at least 1 step.");

    /// <summary>Returns a factor that must be above 0 and at most 1.</summary>
    private protected static double RequireFactor(double factor, string name) => factor is > 0 and <= 1
        ? factor
        : throw new ArgumentOutOfRangeException(name, factor, "The factor must be above 0 and at most 1.");

    /// <summary>Between two rates, exactly at both ends.</summary>
    private protected static double Between(double from, double to, double share) => share >= 1 ? to : from + ((to - from) * share);
}
