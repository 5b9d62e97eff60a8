namespace Functional.Numerics.Tests.Golden;

using System;
using System.Linq;
using System.Text.Json;

/// <summary>Reads the figures that other programs computed.</summary>
internal static class GoldenFile
{
    public static JsonElement Read(string name)
    {
        using var stream = typeof(GoldenFile).Assembly.GetManifestResourceStream($"Functional.Numerics.Tests.Golden.{name}.json")
            ?? throw new InvalidOperationException($"There is no {name}.json.");
        return JsonDocument.Parse(stream).RootElement;
    }

    public static double[] Doubles(JsonElement array) => [.. array.EnumerateArray().Select(number => number.GetDouble())];

    public static int[] Whole(JsonElement array) => [.. array.EnumerateArray().Select(number => number.GetInt32())];
}
