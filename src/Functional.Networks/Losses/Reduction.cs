namespace Functional.Networks;

/// <summary>What a batch's loss is, where each sample's loss is the sum over its outputs. Sources differ, so it is always said.</summary>
public enum Reduction
{
    /// <summary>The sum over the samples, divided by their number.</summary>
    MeanOverSamples = 0,

    /// <summary>The sum over the samples, divided by their number and by the number of outputs.</summary>
    MeanOverElements = 1,

    /// <summary>The sum over the samples.</summary>
    Sum = 2,
}
