namespace Functional.Coverage.Lines;

/// <summary>What tests execute of a line.</summary>
/// <param name="IsExecuted">Whether they execute it at all.</param>
/// <param name="Taken">How many of the ways that lead away from it they take; 0 where there is only one.</param>
/// <param name="Branches">How many ways lead away from it; 0 where there is only one.</param>
internal readonly record struct LineCoverage(bool IsExecuted, int Taken, int Branches)
{
    /// <summary>The coverage by two runs of which it is not known whether they take the same branches: at least this.</summary>
    /// <param name="other">That of the other run.</param>
    public LineCoverage Or(LineCoverage other) => new(IsExecuted || other.IsExecuted, int.Max(Taken, other.Taken), int.Max(Branches, other.Branches));
}
