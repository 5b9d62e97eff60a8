namespace Functional.Experiments;

/// <summary>What a checkpoint belongs to.</summary>
/// <param name="Experiment">The fingerprint of the experiment.</param>
/// <param name="Data">The fingerprint of the samples.</param>
public sealed record CheckpointIdentity(string Experiment, string Data)
{
    /// <summary>The fingerprint of the experiment.</summary>
    public string Experiment { get; init => field = Given.NotNull(value); } = Given.NotNull(Experiment);

    /// <summary>The fingerprint of the samples.</summary>
    public string Data { get; init => field = Given.NotNull(value); } = Given.NotNull(Data);
}
