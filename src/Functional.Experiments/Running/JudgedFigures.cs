namespace Functional.Experiments;

/// <summary>How a network does on a set.</summary>
/// <param name="Loss">The loss over all its samples.</param>
/// <param name="Accuracy">The share of them that is classified rightly, from 0 to 1.</param>
public sealed record JudgedFigures(double Loss, double Accuracy);
