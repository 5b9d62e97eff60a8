namespace Functional.Benchmarks.Commands;

using System.Collections.Immutable;
using Functional.Benchmarks.Measuring;
using Functional.Benchmarks.Workloads;

/// <summary>What a comparison is asked to do.</summary>
/// <param name="Workloads">The workloads.</param>
/// <param name="Precisions">The precisions.</param>
/// <param name="Pace">How long and how often is measured.</param>
/// <param name="Threads">The most threads that each contender may use.</param>
/// <param name="Data">The directory with MNIST, or null.</param>
/// <param name="Command">The functional command, or null for the one that was built beside this program.</param>
/// <param name="Json">The file for the results, or null.</param>
internal sealed record CompareSettings(
    ImmutableArray<Workload> Workloads, ImmutableArray<Precision> Precisions, Pace Pace, int Threads, string? Data, string? Command, string? Json);
