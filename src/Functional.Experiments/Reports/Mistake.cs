namespace Functional.Experiments;

using LanguageExt;

/// <summary>A sample that is taken for another class.</summary>
/// <param name="Sample">Which sample of its set, from 0.</param>
/// <param name="Truth">The sample's class.</param>
/// <param name="Predicted">The class that it is taken for.</param>
/// <param name="Score">The number for the class that it is taken for: a probability where the outputs are logits.</param>
/// <param name="TrueScore">The number for its own class.</param>
/// <param name="Picture">The sample as a picture; none where it is none, or too large a one.</param>
public sealed record Mistake(int Sample, int Truth, int Predicted, double Score, double TrueScore, Option<Tile> Picture);
