namespace Functional.Experiments;

/// <summary>Which training of a sweep is meant. All numbers are counted from 1.</summary>
/// <param name="Number">The trial's number: points one after another, all repetitions of a point together.</param>
/// <param name="Point">The point of the axes.</param>
/// <param name="Repetition">Which of the seeds.</param>
/// <param name="Rung">The round of the sweep.</param>
public sealed record SweepTrial(int Number, int Point, int Repetition, int Rung);
