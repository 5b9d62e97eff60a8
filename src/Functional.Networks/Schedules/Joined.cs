namespace Functional.Networks;

using System;

/// <summary>A schedule for some steps, then another one, which begins at its own step 0.</summary>
public sealed record Joined : Schedule
{
    /// <summary>A schedule for some steps, then another one.</summary>
    /// <param name="first">The first schedule.</param>
    /// <param name="steps">For how many steps it holds, at least 1.</param>
    /// <param name="second">The second schedule.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are too few steps.</exception>
    public Joined(Schedule first, long steps, Schedule second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        First = first;
        Steps = RequireSteps(steps, nameof(steps));
        Second = second;
    }

    /// <summary>The first schedule.</summary>
    public Schedule First { get; }

    /// <summary>For how many steps it holds.</summary>
    public long Steps { get; }

    /// <summary>The second schedule.</summary>
    public Schedule Second { get; }

    /// <inheritdoc/>
    public override double At(long step) => step < Steps ? First.At(step) : Second.At(step - Steps);
}
