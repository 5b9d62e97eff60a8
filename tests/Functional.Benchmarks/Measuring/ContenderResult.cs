namespace Functional.Benchmarks.Measuring;

/// <summary>How a contender did.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Version">The version of its library.</param>
/// <param name="Setting">How it was run.</param>
/// <param name="SecondsPerStep">The median over the rounds.</param>
/// <param name="Gflops">The floating-point operations of a step by that time, in 10⁹ a second.</param>
/// <param name="PeakMemoryMB">The peak resident set, in MB of 1,000,000 bytes; null where it is not known.</param>
internal sealed record ContenderResult(string Name, string Version, string Setting, double SecondsPerStep, double Gflops, double? PeakMemoryMB);
