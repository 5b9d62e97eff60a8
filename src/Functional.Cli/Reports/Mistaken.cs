namespace Functional.Cli;

using Functional.Experiments;

/// <summary>The classes that are taken for others most often.</summary>
internal static class Mistaken
{
    private const int Shown = 5;

    /// <summary>In words: "8 → 1 (3 times), 9 → 5 (twice), …" without the words.</summary>
    public static string Describe(Verdict verdict, ModelDescription description)
    {
        if (verdict.Confusions.IsEmpty)
        {
            return "none";
        }

        var worst = verdict.Confusions.Take(Shown).Select(pair => $"{description.NameOf(pair.Truth)} → {description.NameOf(pair.Predicted)} × {Figures.Count(pair.Count)}");
        var rest = verdict.Confusions.Count - Shown;
        return string.Join(", ", worst) + (rest > 0 ? $", and {rest} other {(rest == 1 ? "pair" : "pairs")}" : string.Empty);
    }
}
