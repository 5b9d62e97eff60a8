namespace Functional.Experiments;

/// <summary>A class that is taken for another.</summary>
/// <param name="Truth">The class that it is.</param>
/// <param name="Predicted">The class that it is taken for.</param>
/// <param name="Count">For how many samples.</param>
public sealed record Confusion(int Truth, int Predicted, int Count);
