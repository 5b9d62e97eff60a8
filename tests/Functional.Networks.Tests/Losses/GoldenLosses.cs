namespace Functional.Networks.Tests.Losses;

using System;
using System.Collections.Immutable;
using System.Linq;
using System.Text.Json;
using Functional.Networks.Tests.Golden;
using Functional.Numerics;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

/// <summary>The figures of losses with weights, smoothed or several labels, modulating factors and margins.</summary>
internal static class GoldenLosses
{
    public static JsonElement File { get; } = GoldenFile.Read("weighted_losses");

    public static Matrix<double> Outputs => GoldenFile.Columns(File.GetProperty("outputs"));

    public static ClassTargets<double> Classes => new(File.GetProperty("classes").EnumerateArray().Select(number => number.GetInt32()).ToImmutableArray());

    public static ValueTargets<double> Labels => new(GoldenFile.Columns(File.GetProperty("labels")));

    public static Seq<double> ClassWeights => GoldenFile.Numbers(File.GetProperty("class weights")).ToSeq().Strict();

    public static MathNet.Numerics.LinearAlgebra.Vector<double> SampleWeights => Dense.Vector(GoldenFile.Numbers(File.GetProperty("sample weights")));

    public static void Check(Loss loss, Targets<double> targets, string name)
    {
        var golden = File.GetProperty("losses").GetProperty(name);
        var result = loss.Evaluate(Outputs, targets);
        Assert.Equal(golden.GetProperty("loss").GetDouble(), result.Value, 1e-13);
        var gradient = GoldenFile.Columns(golden.GetProperty("gradient"));
        Assert.True((gradient - result.Gradient).ForAll(difference => Math.Abs(difference) <= 1e-13), $"The gradient of {name} is another.");
    }
}
