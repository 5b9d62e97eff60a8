namespace Functional.Benchmarks.Material;

using System;
using Functional.Benchmarks.Workloads;

/// <summary>The files in which samples lie, sample after sample: bytes where they end in .u8, doubles where they end in .f64.</summary>
/// <param name="Features">The features.</param>
/// <param name="Labels">The class of each sample, as bytes; null where there are values.</param>
/// <param name="Values">The values to predict; null where there are classes.</param>
/// <param name="Count">The number of samples.</param>
internal sealed record SampleFiles(string Features, string? Labels, string? Values, int Count)
{
    /// <summary>The pictures to train on.</summary>
    public static SampleFiles Pictures { get; } = new("train-images.u8", "train-labels.u8", null, PictureSets.TrainCount);

    /// <summary>Many features and classes, all random.</summary>
    public static SampleFiles Wide { get; } = new("wide-features.f64", "wide-labels.u8", null, 4096);

    /// <summary>Values that are a smooth function of random features.</summary>
    public static SampleFiles Regression { get; } = new("regression-features.f64", null, "regression-values.f64", 1000);

    /// <summary>A single sample.</summary>
    public static SampleFiles Example { get; } = new("example-features.f64", null, "example-values.f64", 1);

    /// <summary>The files of a kind of samples.</summary>
    public static SampleFiles Of(SampleKind kind) => kind switch
    {
        SampleKind.Pictures => Pictures,
        SampleKind.Wide => Wide,
        SampleKind.Regression => Regression,
        SampleKind.Example => Example,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of samples."),
    };
}
