namespace Functional.Experiments;

using System;

/// <summary>One direction of a plot: its label, its scale and its range.</summary>
public sealed record Axis
{
    /// <summary>An axis.</summary>
    /// <param name="label">What stands beside it, with the unit: "epoch", "loss (nats)".</param>
    /// <param name="scale">How numbers become places.</param>
    /// <param name="lowest">The lower end; as the data have it when left out.</param>
    /// <param name="highest">The upper end; as the data have it when left out.</param>
    /// <param name="isPercent">Whether shares from 0 to 1 are written as percents.</param>
    /// <exception cref="ArgumentException">An end is not finite, or not above 0 on a logarithmic axis, or the ends are not ascending.</exception>
    public Axis(string label, AxisScale scale = AxisScale.Linear, double? lowest = null, double? highest = null, bool isPercent = false)
    {
        ArgumentNullException.ThrowIfNull(label);
        Require(lowest, scale, nameof(lowest));
        Require(highest, scale, nameof(highest));
        if (highest <= lowest)
        {
            throw new ArgumentException($"The axis \"{label}\" runs from {lowest} to {highest}; its upper end must be above the lower one.", nameof(highest));
        }

        (Label, Scale, Lowest, Highest, IsPercent) = (label, scale, lowest, highest, isPercent);
    }

    /// <summary>What stands beside it.</summary>
    public string Label { get; }

    /// <summary>How numbers become places.</summary>
    public AxisScale Scale { get; }

    /// <summary>The lower end; nothing where the data decide.</summary>
    public double? Lowest { get; }

    /// <summary>The upper end; nothing where the data decide.</summary>
    public double? Highest { get; }

    /// <summary>Whether shares from 0 to 1 are written as percents.</summary>
    public bool IsPercent { get; }

    /// <summary>Whether only whole numbers are written on a linear axis, since there is nothing between them: epochs.</summary>
    public bool IsWhole { get; init; }

    /// <summary>A linear axis with that label.</summary>
    /// <param name="label">What stands beside it.</param>
    public static implicit operator Axis(string label) => new(label);

    /// <summary>Whether a number has a place on the axis: it is finite, of a magnitude up to 10¹⁵⁰, and above 10⁻¹⁵⁰ on a logarithmic one.</summary>
    /// <param name="value">The number.</param>
    internal bool Shows(double value) => Math.Abs(value) <= 1e150 && (Scale == AxisScale.Linear || value >= 1e-150);

    private static void Require(double? end, AxisScale scale, string name)
    {
        if (end is { } value && (!(Math.Abs(value) <= 1e150) || (scale == AxisScale.Logarithmic && !(value >= 1e-150))))
        {
            throw new ArgumentOutOfRangeException(name, value, "An axis must end at a finite number of a magnitude up to 1e150, on a logarithmic one of at least 1e-150.");
        }
    }
}
