namespace Functional.Experiments;

using LanguageExt;

/// <summary>
/// How far a run has come, as a value: all that it goes on from, bit for bit, besides its experiment and the samples. A
/// <see cref="RunState{T}"/> in single or in double precision.
/// </summary>
public abstract record RunState
{
    private protected RunState(Seq<EpochFigures> epochs, int chosenEpoch, double firstLoss)
    {
        Epochs = epochs;
        ChosenEpoch = chosenEpoch;
        FirstLoss = firstLoss;
    }

    /// <summary>How the network did at the end of each epoch that is done.</summary>
    public Seq<EpochFigures> Epochs { get; }

    /// <summary>Which epoch's network would be the result, counted from 1; 0 where none is done.</summary>
    public int ChosenEpoch { get; }

    /// <summary>The loss on the first step's batch, before its update.</summary>
    public double FirstLoss { get; }

    /// <summary>The number of steps done: together with the key it tells the place in the data, too.</summary>
    public abstract long Step { get; }
}
