namespace Functional.Cli.Examples;

/// <summary>A column of a table whose rows appear as they are computed.</summary>
/// <param name="Head">The head, with the unit where there is one.</param>
/// <param name="Width">How wide the values are, in letters, at least; the head may be wider.</param>
/// <param name="IsText">Whether the values are words, which stand left, and not numbers, which stand right.</param>
internal sealed record Column(string Head, int Width = 0, bool IsText = false)
{
    /// <summary>A text as it stands in the column.</summary>
    public string Aligned(string text)
    {
        var width = System.Math.Max(Width, Head.Length);
        return IsText ? text.PadRight(width) : text.PadLeft(width);
    }
}
