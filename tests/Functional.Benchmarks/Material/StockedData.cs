namespace Functional.Benchmarks.Material;

/// <summary>Which pictures a run takes.</summary>
/// <param name="IdxDirectory">The directory with IDX files for whole programs; null where no workload takes pictures.</param>
/// <param name="Sentence">What they are, for the output.</param>
internal sealed record StockedData(string? IdxDirectory, string Sentence);
