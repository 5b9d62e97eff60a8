namespace Functional.Networks;

/// <summary>The end of an epoch: all samples have been seen once more.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="Number">The epoch's number, counted from 1 over the whole training, resumed ones too.</param>
/// <param name="State">The state behind the epoch's last step.</param>
/// <param name="TrainingLoss">
/// The mean of the losses that the epoch's steps measured before their updates, weighted by their samples; of the steps done where the run
/// began within the epoch.
/// </param>
/// <param name="TrainingAccuracy">The share of the samples in these steps that was classified rightly, from 0 to 1.</param>
/// <param name="Validation">How the network does on the validation samples; nothing where there are none.</param>
public sealed record Epoch<T>(long Number, TrainingState<T> State, double TrainingLoss, double TrainingAccuracy, Evaluation<T>? Validation)
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>The state behind the epoch's last step.</summary>
    public TrainingState<T> State { get; init => field = Given.NotNull(value); } = Given.NotNull(State);
}
