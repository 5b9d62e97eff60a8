namespace Functional.Networks.Tests.Golden;

using System;
using System.Linq;
using System.Text.Json;
using Functional.Numerics;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Reads the figures that other programs computed.</summary>
internal static class GoldenFile
{
    public static JsonElement Read(string name)
    {
        using var stream = typeof(GoldenFile).Assembly.GetManifestResourceStream($"Functional.Networks.Tests.Golden.{name}.json")
            ?? throw new InvalidOperationException($"There is no {name}.json.");
        return JsonDocument.Parse(stream).RootElement;
    }

    public static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(number => number.GetDouble())];

    /// <summary>A matrix whose columns are the file's rows.</summary>
    public static Matrix<double> Columns(JsonElement rows)
    {
        var samples = rows.EnumerateArray().Select(Numbers).ToArray();
        return Dense.Matrix(samples[0].Length, samples.Length, [.. samples.SelectMany(sample => sample)]);
    }
}
