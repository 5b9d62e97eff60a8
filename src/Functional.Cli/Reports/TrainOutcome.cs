namespace Functional.Cli;

using Functional.Experiments;
using LanguageExt;

/// <summary>What a training came to.</summary>
/// <param name="Result">The run's result.</param>
/// <param name="Verdict">How the network that is the result does on the samples to test with.</param>
/// <param name="Seconds">How long training and evaluation took.</param>
/// <param name="SavedTo">Where the network was saved.</param>
/// <param name="Health">What was measured of the layers and looks wrong, where that was asked for.</param>
internal sealed record TrainOutcome(RunResult Result, Verdict Verdict, double Seconds, Option<string> SavedTo, Option<Health> Health);
