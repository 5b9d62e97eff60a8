namespace Functional.Benchmarks.Workloads;

/// <summary>A function of each output.</summary>
internal enum ActivationKind
{
    /// <summary>x.</summary>
    Identity,

    /// <summary>max(0, x).</summary>
    Relu,

    /// <summary>1 / (1 + e⁻ˣ).</summary>
    Sigmoid,
}
