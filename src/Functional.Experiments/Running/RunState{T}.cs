namespace Functional.Experiments;

using Functional.Networks;
using LanguageExt;

/// <summary>How far a run has come, as a value.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed record RunState<T> : RunState
    where T : struct, System.Numerics.IFloatingPointIeee754<T>
{
    /// <summary>Puts together how far a run has come.</summary>
    /// <param name="training">Network, optimiser, key and step.</param>
    /// <param name="epochs">How the network did at the end of each epoch that is done.</param>
    /// <param name="chosenEpoch">Which epoch's network would be the result, counted from 1; 0 where none is done.</param>
    /// <param name="chosen">That epoch's network where early stopping keeps it; none where the last one is the result.</param>
    /// <param name="firstLoss">The loss on the first step's batch.</param>
    public RunState(TrainingState<T> training, Seq<EpochFigures> epochs, int chosenEpoch, Option<Layer<T>> chosen, double firstLoss)
        : base(Given.NoNulls(epochs), chosenEpoch, firstLoss)
    {
        System.ArgumentNullException.ThrowIfNull(training);
        Training = training;
        Chosen = chosen;
    }

    /// <summary>Network, optimiser, key and step.</summary>
    public TrainingState<T> Training { get; }

    /// <summary>The network of the chosen epoch where early stopping keeps it; none where the last one is the result.</summary>
    public Option<Layer<T>> Chosen { get; }

    /// <inheritdoc/>
    public override long Step => Training.Step;
}
