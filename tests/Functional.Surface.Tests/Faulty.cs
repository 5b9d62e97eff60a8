namespace Functional.Surface.Tests;

using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

/// <summary>Members with the faults that the fuzzer is there to find.</summary>
public static class Faulty
{
    private static readonly ManualResetEventSlim Released = new();

    public static double ReadsBeyondTheEnd(double[] values) => values is null ? 0 : values[2];

    public static int ReadsOfNull(string text) => text.Length;

    public static int DividesByZero(int number) => 12 / number;

    public static string Casts(object value) => (string)value;

    public static double ThrowsWhatIsNotDocumented(string text) => text is null ? 0 : double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    public static int AsksForTooMuch(int count) => new double[Math.Max(0, count)].Length;

    public static double GivesNaN(double value) => Math.Sqrt(0.5 - value);

    public static IEnumerable<double> GivesNaNLater(double value) => Enumerable.Range(0, 3).Select(index => Math.Sqrt(value - index));

    public static IEnumerable<int> FailsLater(int count)
    {
        yield return count;
        throw new InvalidOperationException();
    }

    public static int ScaledFaulty(Func<int, int> scale, int place) => scale is null ? 0 : new[] { 1, 2 }[Math.Abs(scale(place)) % 4];

    public static void Waits() => Released.Wait();

    internal static void Release() => Released.Set();

    public sealed record Part
    {
        public Part(int value) => Value = 1 / (value - 2);

        public int Value { get; }
    }

    public sealed class Whole(Part part)
    {
        public int Value => part?.Value ?? 0;
    }
}
