namespace Functional.Experiments;

using LanguageExt;

/// <summary>A round of a sweep.</summary>
/// <param name="Number">Its number, counted from 1.</param>
/// <param name="Points">How many points take part.</param>
/// <param name="Epochs">For how many epochs they are trained; none where each experiment says it.</param>
public sealed record SweepRung(int Number, int Points, Option<int> Epochs);
