namespace Functional.Cli;

using Functional.Experiments;

/// <summary>An epoch's figures with the time it took.</summary>
/// <param name="Figures">How the network does.</param>
/// <param name="Seconds">How long the steps took, without the evaluation after them.</param>
/// <param name="Samples">How many samples the steps saw.</param>
internal sealed record TimedEpoch(EpochFigures Figures, double Seconds, long Samples);
