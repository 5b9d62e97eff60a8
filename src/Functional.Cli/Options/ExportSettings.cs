namespace Functional.Cli;

using Functional.Experiments;

/// <summary>What <c>export</c> is asked to do.</summary>
/// <param name="Model">The file of the saved network.</param>
/// <param name="Format">The format that is wanted.</param>
/// <param name="Output">Where to.</param>
internal sealed record ExportSettings(string Model, ExportFormat Format, string Output);
