namespace Functional.Networks;

/// <summary>What a normalisation over features measures them from.</summary>
internal enum Deviation
{
    /// <summary>From 0: the root of the mean square.</summary>
    FromZero,

    /// <summary>From the features' mean: the standard deviation.</summary>
    FromMean,
}
