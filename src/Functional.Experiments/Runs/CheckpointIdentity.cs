namespace Functional.Experiments;

/// <summary>What a checkpoint belongs to.</summary>
/// <param name="Experiment">The fingerprint of the experiment.</param>
/// <param name="Data">The fingerprint of the samples.</param>
public sealed record CheckpointIdentity(string Experiment, string Data);
