namespace Functional.Coverage.Lines;

using System.Collections.Generic;
using System.Linq;

/// <summary>The coverage of many lines.</summary>
/// <param name="Name">What they belong to.</param>
/// <param name="Lines">How many lines there are.</param>
/// <param name="Executed">How many of them are executed.</param>
/// <param name="Branches">How many branches there are.</param>
/// <param name="Taken">How many of them are taken.</param>
internal sealed record CoverageSum(string Name, int Lines, int Executed, int Branches, int Taken)
{
    /// <summary>The coverage of lines.</summary>
    /// <param name="name">What they belong to.</param>
    /// <param name="lines">The lines.</param>
    public static CoverageSum Of(string name, IReadOnlyCollection<LineCoverage> lines) =>
        new(name, lines.Count, lines.Count(line => line.IsExecuted), lines.Sum(line => line.Branches), lines.Sum(line => line.Taken));

    /// <inheritdoc/>
    public override string ToString() => $"{Name,-24} lines {Share(Executed, Lines)}   branches {Share(Taken, Branches)}";

    private static string Share(int part, int whole) => $"{(whole == 0 ? 100 : 100.0 * part / whole),6:F2} % {$"({part} of {whole})",-18}";
}
