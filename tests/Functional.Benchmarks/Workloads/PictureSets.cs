namespace Functional.Benchmarks.Workloads;

/// <summary>The sizes of MNIST and of the set that stands in for it.</summary>
internal static class PictureSets
{
    /// <summary>The samples to train on.</summary>
    public const int TrainCount = 60_000;

    /// <summary>The samples to test with.</summary>
    public const int TestCount = 10_000;

    /// <summary>The rows, and the columns, of a picture.</summary>
    public const int Side = 28;

    /// <summary>The pixels of a picture.</summary>
    public const int PixelCount = Side * Side;

    /// <summary>The number of classes.</summary>
    public const int ClassCount = 10;

    /// <summary>The largest value of a pixel, which becomes 1.</summary>
    public const int LargestPixel = byte.MaxValue;
}
