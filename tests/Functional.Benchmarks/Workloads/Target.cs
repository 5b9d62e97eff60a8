namespace Functional.Benchmarks.Workloads;

/// <summary>The largest ratio of our time to the best peer's that a workload is meant to have.</summary>
/// <param name="Single">In single precision.</param>
/// <param name="Double">In double precision.</param>
internal sealed record Target(double Single, double Double)
{
    /// <summary>The target in a precision.</summary>
    public double In(Precision precision) => precision == Precision.Single ? Single : Double;
}
