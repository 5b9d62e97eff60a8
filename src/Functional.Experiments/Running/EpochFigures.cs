namespace Functional.Experiments;

/// <summary>How the network does at the end of an epoch.</summary>
/// <param name="Epoch">The epoch, counted from 1.</param>
/// <param name="Loss">The loss over all samples to train on.</param>
/// <param name="TrainAccuracy">The share of the samples to train on that is classified rightly, from 0 to 1.</param>
/// <param name="TestLoss">The loss over all samples to test with.</param>
/// <param name="TestAccuracy">The share of the samples to test with that is classified rightly, from 0 to 1.</param>
public sealed record EpochFigures(int Epoch, double Loss, double TrainAccuracy, double TestLoss, double TestAccuracy);
