namespace Functional.Experiments;

using System;
using Functional.Numerics.Elementary;
using Functional.Numerics.Elementwise;

/// <summary>An axis with the ends that it is drawn with.</summary>
/// <param name="Axis">The axis.</param>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end, above the lower.</param>
internal sealed record AxisRange(Axis Axis, double Low, double High)
{
    /// <summary>The range of an axis whose data reach from one number to another.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="data">The ends of the data, each with a place on the axis; nothing where there are none.</param>
    /// <param name="margin">The share of the range that is added at each end.</param>
    public static AxisRange Of(Axis axis, (double Low, double High)? data, double margin)
    {
        var isLinear = axis.Scale == AxisScale.Linear;
        var (low, high) = data ?? (axis.Lowest, axis.Highest) switch
        {
            ({ } from, null) => (from, isLinear ? from + 1 : from * 10),
            (null, { } to) => (isLinear ? to - 1 : to / 10, to),
            _ => isLinear ? (0, 1) : (1, 10),
        };
        var (paddedLow, paddedHigh) = data is null ? (low, high) : isLinear ? Padded(low, high, margin, axis.IsPercent) : PaddedRatio(low, high, margin);
        var from2 = axis.Lowest ?? paddedLow;
        var to2 = axis.Highest ?? paddedHigh;
        return to2 > from2
            ? new(axis, from2, to2)
            : axis.Lowest is { } fixedLow ? new(axis, fixedLow, isLinear ? fixedLow + Math.Max(1, Math.Abs(fixedLow)) : fixedLow * 10)
            : new(axis, isLinear ? to2 - Math.Max(1, Math.Abs(to2)) : to2 / 10, to2);
    }

    /// <summary>Where a number that has a place stands: 0 at the lower end, 1 at the upper one.</summary>
    public double Share(double value) => Axis.Scale == AxisScale.Linear
        ? (value - Low) / (High - Low)
        : (Log(value) - Log(Low)) / (Log(High) - Log(Low));

    private static (double Low, double High) Padded(double low, double high, double margin, bool isPercent)
    {
        if (low == high)
        {
            var half = low == 0 ? 1 : Math.Abs(low) / 2;
            return (low - half, high + half);
        }

        // What is never negative is not drawn as if it could be, and no share is above 1.
        var pad = margin * (high - low);
        return (low >= 0 && low - pad < 0 ? 0 : low - pad, isPercent && high <= 1 && high + pad > 1 ? 1 : high + pad);
    }

    private static (double Low, double High) PaddedRatio(double low, double high, double margin)
    {
        if (low == high)
        {
            return (low / 2, high * 2);
        }

        var pad = Elements.Apply(default(Exp<double>), margin * (Log(high) - Log(low)));
        return (low / pad, high * pad);
    }

    private static double Log(double value) => Elements.Apply(default(Log<double>), value);
}
