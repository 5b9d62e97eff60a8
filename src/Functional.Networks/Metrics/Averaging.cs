namespace Functional.Networks;

/// <summary>How a score of each class becomes one.</summary>
public enum Averaging
{
    /// <summary>The mean over all classes, those that never occur included.</summary>
    Macro = 0,

    /// <summary>The score of all classes' counts together.</summary>
    Micro = 1,

    /// <summary>The mean over all classes, each weighted by how many samples are of it.</summary>
    Weighted = 2,
}
