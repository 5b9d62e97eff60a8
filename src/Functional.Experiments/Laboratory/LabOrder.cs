namespace Functional.Experiments;

using Functional.Numerics;
using LanguageExt;

/// <summary>What a row of the laboratory is to carry out, within one process.</summary>
/// <param name="Experiments">The experiments, one after another.</param>
public sealed record LabOrder(Seq<Experiment> Experiments)
{
    /// <summary>How many threads may compute.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>The vector registers that kernels use.</summary>
    public VectorWidth Width { get; init; } = VectorWidth.Widest;

    /// <summary>How it goes from step to step.</summary>
    public LabFold Fold { get; init; } = LabFold.Recycled;

    /// <summary>How many processes carry the grains, where they are carried by processes of their own.</summary>
    public int Processes { get; init; } = 1;

    /// <summary>The culture whose way of writing numbers the process takes on; none where it stays as it is.</summary>
    public Option<string> Culture { get; init; }

    /// <summary>Where runs are recorded, where they are.</summary>
    public Option<string> Folder { get; init; }

    /// <summary>The state that is to be written to a file; none where the row is wanted as a whole.</summary>
    public Option<LabStateOrder> State { get; init; }

    /// <summary>How to compute.</summary>
    public Execution Execution => new() { Threads = Threads, Width = Width };
}
