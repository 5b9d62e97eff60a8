namespace Functional.Experiments;

/// <summary>What the trials of a sweep are compared by, at the epoch whose network is the result.</summary>
/// <remarks>
/// Whoever picks the best of many trials by a set has fitted that set: the figure of the winner is better there than on samples that nobody has looked at, the more so the more
/// trials there are. The test set then proves nothing any more; a part that is held out to judge by leaves it untouched.
/// </remarks>
public enum SweepFigure
{
    /// <summary>The share of the held-out samples that is classified rightly; the larger, the better.</summary>
    ValidationAccuracy = 0,

    /// <summary>The loss over the held-out samples; the smaller, the better. Trials with different losses cannot be compared by it.</summary>
    ValidationLoss = 1,

    /// <summary>The share of the samples to test with that is classified rightly; the larger, the better.</summary>
    TestAccuracy = 2,

    /// <summary>The loss over the samples to test with; the smaller, the better.</summary>
    TestLoss = 3,
}
