namespace Functional.Verification;

/// <summary>What a random batch's targets are.</summary>
public enum TargetKind
{
    /// <summary>A class for each sample.</summary>
    Classes,

    /// <summary>A column with 1 at one output and 0 elsewhere.</summary>
    OneHot,

    /// <summary>A column of probabilities; they sum to 1 unless each output is a question of its own.</summary>
    Soft,

    /// <summary>A column of normally distributed numbers.</summary>
    Values,
}
