namespace Functional.Experiments;

using Functional.Networks;
using LanguageExt;

/// <summary>What an experiment comes to.</summary>
/// <param name="Epochs">How the network does at the end of each epoch.</param>
/// <param name="Model">The network as it is at the end of the chosen epoch.</param>
/// <param name="ChosenEpoch">Which epoch's network is the result, counted from 1: the last one's, or with early stopping the one of the smallest validation loss.</param>
/// <param name="Ending">Why the run ended.</param>
public sealed record RunResult(Seq<EpochFigures> Epochs, Model Model, int ChosenEpoch, Ending Ending)
{
    /// <summary>How the network does at the end of each epoch.</summary>
    public Seq<EpochFigures> Epochs { get; init => field = Given.NoNulls(value); } = Given.NoNulls(Epochs);

    /// <summary>The network as it is at the end of the chosen epoch.</summary>
    public Model Model { get; init => field = Given.NotNull(value); } = Given.NotNull(Model);

    /// <summary>Why the run ended.</summary>
    public Ending Ending { get; init => field = Given.NotNull(value); } = Given.NotNull(Ending);

    /// <summary>The identity of the parameters.</summary>
    public string Fingerprint { get; } = Model.Fingerprint;

    /// <summary>How many numbers the parameters have in all.</summary>
    public int ParameterCount { get; } = Model.ParameterCount;

    /// <summary>The figures of the chosen epoch.</summary>
    /// <exception cref="System.InvalidOperationException">The chosen epoch is none of the run's.</exception>
    public EpochFigures Final => ChosenEpoch > 0 && ChosenEpoch <= Epochs.Count
        ? Epochs[ChosenEpoch - 1]
        : throw new System.InvalidOperationException($"Epoch {ChosenEpoch} is none of the run's, which are counted from 1 to {Epochs.Count}.");
}
