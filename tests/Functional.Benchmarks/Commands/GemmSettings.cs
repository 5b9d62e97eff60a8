namespace Functional.Benchmarks.Commands;

using System.Collections.Immutable;
using Functional.Benchmarks.Measuring;
using Functional.Benchmarks.Products;
using Functional.Benchmarks.Workloads;

/// <summary>What a comparison of products is asked to do.</summary>
/// <param name="Products">The products.</param>
/// <param name="Precisions">The precisions.</param>
/// <param name="Threads">The numbers of threads.</param>
/// <param name="Pace">How long and how often is measured.</param>
internal sealed record GemmSettings(ImmutableArray<Product> Products, ImmutableArray<Precision> Precisions, ImmutableArray<int> Threads, Pace Pace);
