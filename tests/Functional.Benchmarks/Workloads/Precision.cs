namespace Functional.Benchmarks.Workloads;

/// <summary>The element of all matrices.</summary>
internal enum Precision
{
    /// <summary><see cref="float"/>.</summary>
    Single,

    /// <summary><see cref="double"/>.</summary>
    Double,
}
