namespace Functional.Experiments;

/// <summary>How a row of the laboratory goes from step to step.</summary>
public enum LabFold
{
    /// <summary>In memory that is used again from step to step, as every training does.</summary>
    Recycled = 0,

    /// <summary>By the pure step, in fresh memory.</summary>
    Pure = 1,

    /// <summary>Recorded in a folder, its process killed in the middle, and resumed from the newest checkpoint.</summary>
    Killed = 2,

    /// <summary>Grain by grain on processes of their own, the grains' sums joined by the pairwise tree.</summary>
    Grains = 3,
}
