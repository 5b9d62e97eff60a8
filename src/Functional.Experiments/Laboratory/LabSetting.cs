namespace Functional.Experiments;

using Functional.Numerics;
using LanguageExt;

/// <summary>A row of the laboratory's matrix: what is different in its process. Left out, everything is as in the reference row: one thread, recycled memory, the command itself.</summary>
/// <param name="Name">What the table calls it.</param>
public sealed record LabSetting(string Name)
{
    /// <summary>The environment variables that are set for its process.</summary>
    public Seq<(string Name, string Value)> Environment { get; init; } = Seq<(string Name, string Value)>.Empty;

    /// <summary>How many threads may compute.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>The vector registers that kernels use.</summary>
    public VectorWidth Width { get; init; } = VectorWidth.Widest;

    /// <summary>How it goes from step to step.</summary>
    public LabFold Fold { get; init; } = LabFold.Recycled;

    /// <summary>How many processes carry grains.</summary>
    public int Processes { get; init; } = 1;

    /// <summary>The culture whose signs the process takes on.</summary>
    public Option<string> Culture { get; init; }

    /// <summary>The build of the command that carries it out; none for the one that runs the laboratory.</summary>
    public Option<LabProgram> Program { get; init; }

    /// <summary>What shows that the setting took effect; none where there is nothing to see.</summary>
    public Option<LabEffect> Shows { get; init; }

    /// <summary>Whether the setting needs something that a machine may lack, so that its process does not even start.</summary>
    public bool MayBeMissing { get; init; }

    /// <summary>What its process is ordered to.</summary>
    /// <param name="experiments">The experiments.</param>
    /// <param name="folder">A folder for what it records.</param>
    public LabOrder Order(Seq<Experiment> experiments, string folder) => new(experiments)
    {
        Threads = Threads,
        Width = Width,
        Fold = Fold,
        Processes = Processes,
        Culture = Culture,
        Folder = folder,
    };
}
