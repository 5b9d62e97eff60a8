namespace Functional.Experiments;

using LanguageExt;

/// <summary>What an experiment comes to.</summary>
/// <param name="Epochs">How the network does at the end of each epoch.</param>
/// <param name="Model">The network as it is at the end of the last epoch.</param>
public sealed record RunResult(Seq<EpochFigures> Epochs, Model Model)
{
    /// <summary>The identity of the parameters.</summary>
    public string Fingerprint { get; } = Model.Fingerprint;

    /// <summary>How many numbers the parameters have in all.</summary>
    public int ParameterCount { get; } = Model.ParameterCount;

    /// <summary>The figures of the last epoch.</summary>
    public EpochFigures Final => Epochs[Epochs.Count - 1];
}
