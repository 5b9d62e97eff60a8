namespace Functional.Cli;

using Functional.Experiments;
using LanguageExt;

/// <summary>What <c>train</c> is asked to do.</summary>
/// <param name="Experiment">The experiment.</param>
/// <param name="Threads">How many threads may compute.</param>
/// <param name="Save">Where the trained network goes.</param>
/// <param name="Json">Whether the result is wanted as JSON.</param>
internal sealed record TrainSettings(Experiment Experiment, int Threads, Option<string> Save, bool Json);
