namespace Functional.Networks;

/// <summary>The samples of one class that are taken for one class: a cell of a <see cref="ConfusionMatrix"/>.</summary>
/// <param name="Truth">The class that they are, from 0.</param>
/// <param name="Predicted">The class that they are taken for, from 0.</param>
/// <param name="Count">How many.</param>
public sealed record Confusion(int Truth, int Predicted, int Count);
