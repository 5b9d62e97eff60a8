namespace Functional.Benchmarks.Workloads;

/// <summary>Which samples a workload takes.</summary>
internal enum SampleKind
{
    /// <summary>60,000 pictures of 784 bytes with their classes.</summary>
    Pictures,

    /// <summary>1,000 random samples of 8 numbers with 3 values each to predict.</summary>
    Regression,

    /// <summary>One sample of 2 numbers with 2 values.</summary>
    Example,

    /// <summary>4,096 random samples of 1,024 numbers with classes.</summary>
    Wide,
}
