namespace Functional.Networks;

using System;

/// <summary>A learning rate that falls with time: <c>rate / (1 + decay · step / period)</c>, the division of the steps rounded down.</summary>
/// <remarks>With the steps of an epoch as period this is the tutorials' η₀ / (1 + decay · epoch).</remarks>
public sealed record InverseTimeDecay : Schedule
{
    /// <summary>A learning rate that falls with time.</summary>
    /// <param name="rate">The learning rate at step 0, finite and not negative.</param>
    /// <param name="decay">How fast it falls, finite and not negative.</param>
    /// <param name="period">After how many steps it falls each time, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public InverseTimeDecay(double rate, double decay, long period = 1)
    {
        Rate = RequireRate(rate, nameof(rate));
        Decay = double.IsFinite(decay) && decay >= 0
            ? decay
            : throw new ArgumentOutOfRangeException(nameof(decay), decay, "The decay must be finite and not negative.");
        Period = period >= 1 ? period : throw new ArgumentOutOfRangeException(nameof(period), period, "The period must be at least 1 step.");
    }

    /// <summary>The learning rate at step 0.</summary>
    public double Rate { get; }

    /// <summary>How fast it falls.</summary>
    public double Decay { get; }

    /// <summary>After how many steps it falls each time.</summary>
    public long Period { get; }

    /// <inheritdoc/>
    public override double At(long step) => Rate / (1 + (Decay * (step / Period)));
}
