namespace Functional.Experiments;

using LanguageExt;

/// <summary>A value that was predicted, and what it is.</summary>
/// <param name="Sample">Which sample of its set, from 0.</param>
/// <param name="Output">Which of its values, from 0.</param>
/// <param name="Truth">The value.</param>
/// <param name="Predicted">What was predicted.</param>
/// <param name="Picture">The sample as a picture; none where it is none, or too large a one.</param>
public sealed record Deviation(int Sample, int Output, double Truth, double Predicted, Option<Tile> Picture);
