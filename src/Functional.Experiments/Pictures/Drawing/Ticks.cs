namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

/// <summary>Round numbers along an axis.</summary>
internal static class Ticks
{
    /// <summary>Steps that people count in, as multiples of a power of ten.</summary>
    private static readonly int[] Steps = [1, 2, 5, 10];

    /// <summary>The round numbers within a range.</summary>
    /// <param name="range">The range.</param>
    /// <param name="most">About how many there may be, at least 2.</param>
    public static Tick[] Of(AxisRange range, int most)
    {
        if (range.Axis.Scale == AxisScale.Linear)
        {
            return Linear(range, most);
        }

        var (first, last) = (Exponent(range.Low), Exponent(range.High));
        var stride = Math.Max(1, (int)Math.Ceiling((last - first + 1) / (double)most));
        int[] multiples = last - first >= 3 ? [1] : [1, 2, 5];
        double[] values =
        [
            .. Enumerable.Range(0, last - first + 1)
                .Where(i => (first + i) % stride == 0)
                .SelectMany(i => multiples.Select(multiple => Times(multiple, first + i)))
                .Where(value => value >= range.Low && value <= range.High),
        ];
        return values.Length >= 2 ? [.. values.Select(value => new Tick(value, Label(value, range.Axis.IsPercent)))] : Linear(range, most);
    }

    /// <summary>Multiples of a step; a smaller step where fewer than two of them would be within the range.</summary>
    private static Tick[] Linear(AxisRange range, int most)
    {
        const int Finest = 4;
        var least = (range.High - range.Low) / most;
        if (range.Axis.IsWhole)
        {
            return Multiples(range, Step(Math.Max(1, least)));
        }

        var ticks = Multiples(range, Step(least));
        for (var halves = 0; ticks.Length < 2 && halves < Finest; halves++)
        {
            least /= 2;
            ticks = Multiples(range, Step(least));
        }

        return ticks;
    }

    private static Tick[] Multiples(AxisRange range, (int Multiple, int Exponent) of)
    {
        var (multiple, exponent) = of;
        var step = Times(multiple, exponent);
        var ticks = new List<Tick>();
        var decimals = Math.Max(0, -exponent - (range.Axis.IsPercent ? 2 : 0));
        var largest = Math.Max(Math.Abs(range.Low), Math.Abs(range.High));
        var isPlain = largest < 1e5 && (exponent >= -4 || (largest >= 1e-2 && exponent >= -8));
        var digits = Math.Clamp(Exponent(largest) - exponent, 0, 15);
        for (var count = Math.Ceiling((range.Low / step) - 1e-9); count <= (range.High / step) + 1e-9 && ticks.Count < 100; count++)
        {
            // A multiple of a power of ten rounded once, so that 3 · 0.1 is 0.3.
            var value = count == 0 ? 0 : Times(count * multiple, exponent);
            var shown = range.Axis.IsPercent ? value * 100 : value;
            var text = value == 0 || isPlain
                ? shown.ToString(string.Create(CultureInfo.InvariantCulture, $"F{(isPlain ? decimals : 0)}"), CultureInfo.InvariantCulture)
                : shown.ToString(digits == 0 ? "0e0" : $"0.{new string('#', digits)}e0", CultureInfo.InvariantCulture);
            ticks.Add(new(value, range.Axis.IsPercent ? $"{text}%" : text));
        }

        return [.. ticks];
    }

    private static string Label(double value, bool isPercent)
    {
        var shown = isPercent ? value * 100 : value;
        return shown.ToString(shown is >= 1e-3 and < 1e5 ? "0.######" : "0.#e0", CultureInfo.InvariantCulture) + (isPercent ? "%" : string.Empty);
    }

    /// <summary>The smallest step that people count in and that is not below a number.</summary>
    private static (int Multiple, int Exponent) Step(double least)
    {
        var exponent = Exponent(least);
        var multiple = Steps.FirstOrDefault(step => Times(step, exponent) >= least, 10);
        return multiple == 10 ? (1, exponent + 1) : (multiple, exponent);
    }

    /// <summary>The power of ten that a number above 0 is written with; from its digits, so it is the same everywhere.</summary>
    private static int Exponent(double value)
    {
        var digits = value.ToString("E16", CultureInfo.InvariantCulture);
        return int.Parse(digits.AsSpan(digits.IndexOf('E', StringComparison.Ordinal) + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }

    private static double Times(double count, int exponent) => exponent >= 0 ? count * Power(exponent) : count / Power(-exponent);

    private static double Power(int exponent) => double.Parse(string.Create(CultureInfo.InvariantCulture, $"1e{exponent}"), CultureInfo.InvariantCulture);
}
