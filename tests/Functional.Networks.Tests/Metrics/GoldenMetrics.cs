namespace Functional.Networks.Tests.Metrics;

using System.Collections.Immutable;
using System.Linq;
using System.Text.Json;
using Functional.Networks.Tests.Golden;
using Functional.Numerics;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Scikit-learn's figures: of five classes one never occurs, and one is never predicted.</summary>
internal static class GoldenMetrics
{
    public static JsonElement File { get; } = GoldenFile.Read("metrics");

    public static ClassTargets<double> Truth => new(Classes(File.GetProperty("truth")));

    public static Matrix<double> Probabilities => GoldenFile.Columns(File.GetProperty("probabilities"));

    public static JsonElement Binary => File.GetProperty("binary");

    public static ImmutableArray<int> Classes(JsonElement array) => [.. array.EnumerateArray().Select(number => number.GetInt32())];

    /// <summary>Numbers as the only output of samples.</summary>
    public static Matrix<double> Row(JsonElement array) => GoldenFile.Numbers(array) is var numbers ? Dense.Matrix(1, numbers.Length, numbers) : null!;

    public static double Number(string name) => File.GetProperty(name).GetDouble();
}
