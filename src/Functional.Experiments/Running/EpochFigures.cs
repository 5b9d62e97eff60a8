namespace Functional.Experiments;

/// <summary>How the network does at the end of an epoch. Losses are what training makes small, without penalties.</summary>
/// <param name="Epoch">The epoch, counted from 1.</param>
/// <param name="Loss">The loss over all samples to train on.</param>
/// <param name="TrainAccuracy">The share of the samples to train on that is classified rightly, from 0 to 1.</param>
/// <param name="TestLoss">The loss over all samples to test with.</param>
/// <param name="TestAccuracy">The share of the samples to test with that is classified rightly, from 0 to 1.</param>
/// <param name="LearningRate">The learning rate of the epoch's last step.</param>
/// <param name="Validation">How it does on the samples that are held out; nothing where there are none.</param>
public sealed record EpochFigures(
    int Epoch, double Loss, double TrainAccuracy, double TestLoss, double TestAccuracy, double LearningRate, JudgedFigures? Validation);
