namespace Functional.Surface.Tests;

using System;
using LanguageExt;

/// <summary>Members without a fault.</summary>
public static class Sound
{
    /// <summary>The first value.</summary>
    /// <param name="values">The values.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static double First(double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.Length > 0 ? values[0] : throw new ArgumentException("There must be a value.", nameof(values));
    }

    /// <summary>The logarithm; NaN of what is negative.</summary>
    /// <param name="value">Any number.</param>
    public static double Log(double value) => Math.Log(value - 1);

    /// <summary>A number that is written.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">It is no number.</exception>
    /// <exception cref="OverflowException">It is too large.</exception>
    public static int Parsed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Half of an even number.</summary>
    /// <param name="number">Any number.</param>
    public static Option<int> Half(int number) => number % 2 == 0 ? Prelude.Some(number / 2) : Prelude.None;

    /// <summary>What a function gives.</summary>
    /// <param name="function">The function.</param>
    public static int Called(Func<int> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return function();
    }
}
