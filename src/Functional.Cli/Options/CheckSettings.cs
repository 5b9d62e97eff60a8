namespace Functional.Cli;

using Functional.Experiments;
using LanguageExt;

/// <summary>What <c>check</c> is asked to do.</summary>
/// <param name="Experiment">The experiment whose gradient is checked.</param>
/// <param name="Samples">On how many samples.</param>
/// <param name="Directions">Along how many random directions for each tensor; number by number where nothing is given.</param>
/// <param name="Threads">How many threads may compute.</param>
/// <param name="Json">Whether the result is wanted as JSON.</param>
internal sealed record CheckSettings(Experiment Experiment, int Samples, Option<int> Directions, int Threads, bool Json);
