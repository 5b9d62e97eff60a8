namespace Functional.Verification.Tests.Laws;

using Functional.Networks;
using LanguageExt;

internal static class PenaltyExtensions
{
    /// <summary>The penalty and no other.</summary>
    public static Seq<Penalty> Alone(this Penalty penalty) => Prelude.Seq1(penalty);
}
