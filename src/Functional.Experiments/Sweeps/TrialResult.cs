namespace Functional.Experiments;

using LanguageExt;

/// <summary>What a trial came to: a function of the sweep and the samples alone.</summary>
/// <param name="Trial">The trial.</param>
/// <param name="Values">The value of each axis as JSON.</param>
/// <param name="Experiment">The identity of its experiment.</param>
/// <param name="Epochs">The number of epochs that were done.</param>
/// <param name="Final">How the network that is the result does; none where training diverged.</param>
/// <param name="Fingerprint">The identity of that network; none where training diverged.</param>
/// <param name="Message">How training diverged; none where it did not.</param>
public sealed record TrialResult(
    SweepTrial Trial, Seq<string> Values, string Experiment, int Epochs, Option<EpochFigures> Final, Option<string> Fingerprint, Option<string> Message)
{
    /// <summary>The value of each axis as JSON.</summary>
    public Seq<string> Values { get; init => field = Given.NoNulls(value); } = Given.NoNulls(Values);

    /// <summary>The trial.</summary>
    public SweepTrial Trial { get; init => field = Given.NotNull(value); } = Given.NotNull(Trial);

    /// <summary>The identity of its experiment.</summary>
    public string Experiment { get; init => field = Given.NotNull(value); } = Given.NotNull(Experiment);

    /// <summary>Whether training diverged, which is a result too: the worst one.</summary>
    public bool HasDiverged => Final.IsNone;
}
