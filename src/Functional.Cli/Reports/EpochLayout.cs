namespace Functional.Cli;

/// <summary>How much of an epoch is told in its line.</summary>
internal enum EpochLayout
{
    /// <summary>Everything.</summary>
    Full = 0,

    /// <summary>Loss and both accuracies.</summary>
    Middle = 1,

    /// <summary>Loss and accuracy on the samples to test with.</summary>
    Short = 2,
}
