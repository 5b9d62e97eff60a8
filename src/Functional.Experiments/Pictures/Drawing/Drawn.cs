namespace Functional.Experiments;

/// <summary>A piece of a picture whose upper left corner is (0, 0).</summary>
/// <param name="Height">How high it is.</param>
/// <param name="Text">Its elements.</param>
internal sealed record Drawn(double Height, string Text);
