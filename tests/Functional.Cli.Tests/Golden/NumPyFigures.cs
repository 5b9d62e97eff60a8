namespace Functional.Cli.Tests.Golden;

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Functional.Data;
using Xunit;

/// <summary>The figures that NumPy computed, and what they are compared with.</summary>
internal static class NumPyFigures
{
    private const int TrainCount = 1_000;

    /// <summary>The programs as they are, three of them on MNIST.</summary>
    public static JsonElement Tutorials { get; } = Read("tutorials");

    /// <summary>The same, shortened, on the embedded digits.</summary>
    public static JsonElement OnDigits { get; } = Read("digits_tutorials");

    /// <summary>The digits in their original order.</summary>
    public static DataSplit Digits { get; } = Split(Functional.Data.Digits.All());

    public static double[] Numbers(this JsonElement array) => [.. array.EnumerateArray().Select(number => number.GetDouble())];

    /// <summary>Pairs of a step and its figures.</summary>
    public static IEnumerable<(int At, double[] Values)> Rows(this JsonElement rows) => rows.EnumerateArray().Select(Numbers).Select(row => ((int)row[0], row[1..]));

    /// <summary>Asserts that numbers differ by no more than a share of the larger of 1 and the expected one.</summary>
    public static void Close(IEnumerable<double> expected, IEnumerable<double> found, double tolerance)
    {
        var (wanted, got) = (expected.ToArray(), found.ToArray());
        Assert.Equal(wanted.Length, got.Length);
        Assert.All(wanted.Zip(got), pair => Assert.InRange(pair.Second, pair.First - (tolerance * Math.Max(1, Math.Abs(pair.First))), pair.First + (tolerance * Math.Max(1, Math.Abs(pair.First)))));
    }

    private static DataSplit Split(DataSet all) => new(all.Take(TrainCount), all.Select([.. Enumerable.Range(TrainCount, all.Count - TrainCount)]));

    private static JsonElement Read(string name)
    {
        using var stream = typeof(NumPyFigures).Assembly.GetManifestResourceStream($"Functional.Cli.Tests.Golden.{name}.json")
            ?? throw new InvalidOperationException($"There is no {name}.json.");
        return JsonDocument.Parse(stream).RootElement;
    }
}
