namespace Functional.Cli;

using System;
using Functional.Experiments;
using LanguageExt;

/// <summary>What <c>train</c> is asked to do.</summary>
/// <param name="Experiment">The experiment.</param>
/// <param name="Threads">How many threads may compute.</param>
/// <param name="Save">Where the trained network goes.</param>
/// <param name="Json">Whether the result is wanted as JSON.</param>
/// <param name="TimeLimit">After how long training ends behind the next whole epoch; it is no part of the experiment, since no clock may decide on a result's bits.</param>
/// <param name="Diagnose">Whether layers are measured and what looks wrong is said.</param>
internal sealed record TrainSettings(Experiment Experiment, int Threads, Option<string> Save, bool Json, Option<TimeSpan> TimeLimit, bool Diagnose)
{
    /// <summary>The folder in which the run is recorded.</summary>
    public Option<string> Output { get; init; }

    /// <summary>How the run is recorded.</summary>
    public RecordingOptions Recording { get; init; } = RecordingOptions.Default;

    /// <summary>Whether the experiment's document is written, and nothing trained.</summary>
    public bool PrintsExperiment { get; init; }
}
