namespace Functional.Networks;

/// <summary>
/// What a batch's loss is, where each sample's loss is the sum over its outputs, times its weight. Sources differ, so it is always said.
/// </summary>
public enum Reduction
{
    /// <summary>
    /// The sum over the samples, divided by their number; where they have weights, by the sum of these: a weighted mean, as PyTorch's
    /// classes and scikit-learn's metrics have it.
    /// </summary>
    MeanOverSamples = 0,

    /// <summary>The mean over the samples, weighted where they have weights, divided by the number of outputs.</summary>
    MeanOverElements = 1,

    /// <summary>The sum over the samples.</summary>
    Sum = 2,

    /// <summary>
    /// The sum over the samples, divided by their number whatever they weigh, so that weights scale the loss, as Keras's do: a batch of
    /// light samples moves the network less, and the mean over k batches of equal size is that of one batch of them all.
    /// </summary>
    SumOverCount = 3,
}
