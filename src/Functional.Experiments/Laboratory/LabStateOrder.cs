namespace Functional.Experiments;

/// <summary>A state of a row that is to be written to a file.</summary>
/// <param name="Experiment">Of which of its experiments, counted from 0.</param>
/// <param name="Step">Behind how many steps; 0 for the state in which it begins.</param>
/// <param name="File">The file, which becomes a checkpoint.</param>
public sealed record LabStateOrder(int Experiment, long Step, string File);
