namespace Functional.Experiments;

using LanguageExt;

/// <summary>A network's opinion on one sample.</summary>
/// <param name="Sample">Which sample of its set, from 0.</param>
/// <param name="Truth">The sample's class.</param>
/// <param name="Predicted">The class of the largest output, the first of equals.</param>
/// <param name="Scores">A number for each class: a probability where the outputs are logits.</param>
public sealed record Prediction(int Sample, int Truth, int Predicted, Seq<double> Scores)
{
    /// <summary>Whether the network is right.</summary>
    public bool IsRight => Truth == Predicted;
}
