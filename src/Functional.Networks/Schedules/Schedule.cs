namespace Functional.Networks;

/// <summary>A learning rate as a function of the step.</summary>
public abstract record Schedule
{
    private protected Schedule()
    {
    }

    /// <summary>The learning rate at a step.</summary>
    /// <param name="step">The number of steps already done: 0 for the first.</param>
    public abstract double At(long step);

    /// <summary>The same learning rate at every step.</summary>
    /// <param name="rate">The learning rate, finite and not negative.</param>
    public static implicit operator Schedule(double rate) => new ConstantRate(rate);

    /// <summary>Returns a rate that must be finite and not negative.</summary>
    private protected static double RequireRate(double rate, string name) => double.IsFinite(rate) && rate >= 0
        ? rate
        : throw new System.ArgumentOutOfRangeException(name, rate, "A learning rate must be finite and not negative.");
}
