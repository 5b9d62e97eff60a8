namespace Functional.Benchmarks.Commands;

using System.Collections.Immutable;
using Functional.Benchmarks.Updates;
using Functional.Benchmarks.Workloads;

/// <summary>What a measurement of optimisers is asked to do.</summary>
/// <param name="Optimisers">The optimisers.</param>
/// <param name="Precisions">The precisions.</param>
/// <param name="Side">Rows and columns of the matrix of weights.</param>
/// <param name="Rounds">How often every step is measured.</param>
/// <param name="Json">Where to write the results, or null.</param>
internal sealed record OptimisersSettings(ImmutableArray<MeasuredOptimiser> Optimisers, ImmutableArray<Precision> Precisions, int Side, int Rounds, string? Json);
