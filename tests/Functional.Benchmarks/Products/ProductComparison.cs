namespace Functional.Benchmarks.Products;

using Functional.Benchmarks.Measuring;
using Functional.Benchmarks.Workloads;

/// <summary>How this library and NumPy did at a product.</summary>
/// <param name="Product">The product.</param>
/// <param name="Precision">The precision.</param>
/// <param name="Threads">The number of threads that both may use.</param>
/// <param name="PeakGflops">The processor's peak, measured just before.</param>
/// <param name="OwnGflops">This library's rate, by the median of its times.</param>
/// <param name="PeerGflops">NumPy's rate, by the median of its times; null where it is missing.</param>
/// <param name="PeerSetting">How NumPy ran; null where it is missing.</param>
/// <param name="Ratio">Our time by NumPy's in the same round; null where it is missing.</param>
internal sealed record ProductComparison(
    Product Product, Precision Precision, int Threads, double PeakGflops, double OwnGflops, double? PeerGflops, string? PeerSetting, Quartiles? Ratio);
