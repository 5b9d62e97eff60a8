namespace Functional.Benchmarks.Workloads;

/// <summary>What is timed.</summary>
internal enum WorkKind
{
    /// <summary>Steps of training: forward, loss, backward, update.</summary>
    Training,

    /// <summary>Predictions for one sample.</summary>
    Prediction,

    /// <summary>A whole program, from the start of its process to the end.</summary>
    Program,
}
