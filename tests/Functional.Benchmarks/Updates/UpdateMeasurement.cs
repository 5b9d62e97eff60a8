namespace Functional.Benchmarks.Updates;

using Functional.Benchmarks.Measuring;
using Functional.Benchmarks.Workloads;

/// <summary>What an optimiser's step costs.</summary>
/// <param name="Optimiser">The optimiser's name.</param>
/// <param name="Precision">The element.</param>
/// <param name="Numbers">The number of parameters.</param>
/// <param name="Required">The bytes that must be moved: the gradient read, parameters and moments read and written.</param>
/// <param name="Moved">The bytes that the step's passes move.</param>
/// <param name="Seconds">The step's median time.</param>
/// <param name="CopySeconds">The median time of a copy that moves the required bytes, half of them read and half written.</param>
/// <param name="Ratio">The step's time by the copy's, round by round.</param>
/// <param name="Allocated">The bytes that all measured steps allocated.</param>
internal sealed record UpdateMeasurement(
    string Optimiser, Precision Precision, long Numbers, long Required, long Moved, double Seconds, double CopySeconds, Quartiles Ratio, long Allocated)
{
    /// <summary>The bytes moved by those that must be.</summary>
    public double Traffic => (double)Moved / Required;
}
