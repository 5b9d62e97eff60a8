namespace Functional.Cli;

/// <summary>What <c>sweep</c> is asked to do.</summary>
/// <param name="File">The sweep's file.</param>
/// <param name="Folder">The folder for its trials and results.</param>
/// <param name="Workers">How many trials are carried out at a time.</param>
/// <param name="Json">Whether the result is told as JSON.</param>
internal sealed record SweepSettings(string File, string Folder, int Workers, bool Json);
