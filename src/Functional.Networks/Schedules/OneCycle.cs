namespace Functional.Networks;

using System;

/// <summary>A learning rate that rises to a peak and falls far below where it began, both along half a wave; then it stays.</summary>
/// <remarks>
/// L. N. Smith, N. Topin 2018, with the half waves and the conventions of PyTorch's OneCycleLR: it begins at peak / startDivisor, is at the peak at step
/// rise · steps − 1, and at peak / startDivisor / endDivisor from step steps − 1 on.
/// </remarks>
public sealed record OneCycle : Schedule
{
    /// <summary>A learning rate that rises to a peak and falls far below where it began.</summary>
    /// <param name="peak">The highest learning rate, finite and not negative.</param>
    /// <param name="steps">The steps of the whole cycle, at least 2.</param>
    /// <param name="rise">The share of the steps in which it rises, above 0 and below 1.</param>
    /// <param name="startDivisor">By how much it begins below the peak, at least 1.</param>
    /// <param name="endDivisor">By how much it ends below its beginning, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public OneCycle(double peak, long steps, double rise = 0.3, double startDivisor = 25, double endDivisor = 1e4)
    {
        Peak = RequireRate(peak, nameof(peak));
        Steps = steps >= 2 ? steps : throw new ArgumentOutOfRangeException(nameof(steps), steps, "A cycle has at least 2 steps.");
        Rise = rise is > 0 and < 1 ? rise : throw new ArgumentOutOfRangeException(nameof(rise), rise, "The rise must be above 0 and below 1.");
        StartDivisor = RequireDivisor(startDivisor, nameof(startDivisor));
        EndDivisor = RequireDivisor(endDivisor, nameof(endDivisor));
    }

    /// <summary>The highest learning rate.</summary>
    public double Peak { get; }

    /// <summary>The steps of the whole cycle.</summary>
    public long Steps { get; }

    /// <summary>The share of the steps in which it rises.</summary>
    public double Rise { get; }

    /// <summary>By how much it begins below the peak.</summary>
    public double StartDivisor { get; }

    /// <summary>By how much it ends below its beginning.</summary>
    public double EndDivisor { get; }

    /// <inheritdoc/>
    public override double At(long step)
    {
        var start = Peak / StartDivisor;
        var end = start / EndDivisor;
        var top = Math.Max((Rise * Steps) - 1, 0);
        return step >= Steps - 1 ? end
            : step < top ? Between(Peak, start, HalfWave.Of(step / top))
            : Between(end, Peak, HalfWave.Of((step - top) / (Steps - 1 - top)));
    }

    private static double RequireDivisor(double divisor, string name) => double.IsFinite(divisor) && divisor >= 1
        ? divisor
        : throw new ArgumentOutOfRangeException(name, divisor, "The divisor must be finite and at least 1.");
}
