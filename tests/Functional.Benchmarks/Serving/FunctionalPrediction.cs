namespace Functional.Benchmarks.Serving;

using System.Linq;
using Functional.Networks;
using Functional.Numerics;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Predictions for one sample, again and again.</summary>
/// <param name="network">The network.</param>
/// <param name="samples">The samples that all contenders must agree on, each a matrix of one column; the first is the one that is timed.</param>
/// <param name="execution">How to compute.</param>
internal sealed class FunctionalPrediction<T>(Layer<T> network, Matrix<T>[] samples, Execution execution) : IServed
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public double[] Verify() => [.. samples.Select(sample => Largest(network.Predict(sample, execution)))];

    /// <inheritdoc/>
    public double Run(long steps)
    {
        var sample = samples[0];
        var outputs = sample;
        for (var step = 0L; step < steps; step++)
        {
            outputs = network.Predict(sample, execution);
        }

        return Largest(outputs);
    }

    private static double Largest(Matrix<T> outputs)
    {
        var largest = T.NegativeInfinity;
        foreach (var output in outputs.Numbers)
        {
            largest = T.Max(largest, output);
        }

        return double.CreateChecked(largest);
    }
}
