namespace Functional.Cli;

using Functional.Experiments;

/// <summary>What <c>resume</c> is asked to do.</summary>
/// <param name="Folder">The run's folder.</param>
/// <param name="Recording">How it is recorded from here on.</param>
/// <param name="Threads">How many threads may compute.</param>
/// <param name="Json">Whether the result is wanted as JSON.</param>
internal sealed record ResumeSettings(string Folder, RecordingOptions Recording, int Threads, bool Json);
