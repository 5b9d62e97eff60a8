namespace Functional.Verification;

using System;
using System.Globalization;
using System.Linq;
using Functional.Networks;
using Functional.Numerics;
using MathNet.Numerics.LinearAlgebra;

/// <summary>The law of precision: single precision agrees with double precision as far as it reaches.</summary>
public static class PrecisionLaws
{
    /// <summary>
    /// The largest relative difference ‖s − d‖ / max(‖d‖, 1): some thousand times the 6·10⁻⁸ of one rounding, which deep networks
    /// with large weights multiply.
    /// </summary>
    public const double Tolerance = 1e-4;

    /// <summary>
    /// The gradient by the backward pass in single precision is what numeric differentiation finds in double precision for the same, rounded parameters and
    /// inputs, as far as single precision reaches.
    /// </summary>
    /// <param name="network">The network, its batch and its objective.</param>
    public static LawResult GradientIsThatOfDoublePrecision(NetworkCase network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var report = GradientCheck.OfSinglePrecision(network.Objective, network.Network<float>(), network.Batch<float>(), network.Network<double>(), network.Training());
        var relative = report.RelativeDifference(1);
        return LawResult.Where(
            relative <= Tolerance,
            () => string.Create(CultureInfo.InvariantCulture, $"The gradient in single precision differs by {relative:E2} from numeric differentiation in double precision; at most {Tolerance:E0} is allowed."));
    }

    /// <summary>Outputs, gradients and statistics in training in single precision agree with those in double precision for the same, rounded parameters and inputs.</summary>
    /// <param name="network">The network, its batch and its objective.</param>
    public static LawResult Of(NetworkCase network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var (single, singleBatch) = (network.Network<float>(), network.Batch<float>());
        var start = network.Network<double>();
        var precise = start.With(Widen(single.Parameters, start.Parameters));
        var outputs = start.OutputSize(network.Inputs);
        var weights = Dense.Vector([.. Enumerable.Range(0, singleBatch.Count).Select(sample => (double)singleBatch.Targets.WeightOf(sample))]);
        var preciseTargets = new ValueTargets<double>(Widen(singleBatch.Targets.ToColumns(outputs)));
        var preciseBatch = new Batch<double>(Widen(singleBatch.Inputs), singleBatch.Targets.IsWeighted ? preciseTargets.Weighted(weights) : preciseTargets);
        var low = network.Objective.Evaluate(single, singleBatch, network.Training());
        var high = network.Objective.Evaluate(precise, preciseBatch, network.Training());
        return LawResult.All(
        [
            Compare("outputs", Widen(low.Output).Numbers, high.Output.Numbers),
            Compare("objective", [low.Value], [high.Value]),
            Compare("gradient by the parameters", Widen(low.Gradient.Parameters, high.Gradient.Parameters).Unroll().Numbers, high.Gradient.Parameters.Unroll().Numbers),
            Compare("statistics", Widen(low.Statistics, high.Statistics).Unroll().Numbers, high.Statistics.Unroll().Numbers),
            Compare("gradient by the inputs", Widen(low.Gradient.Input).Numbers, high.Gradient.Input.Numbers),
        ]);
    }

    private static LawResult Compare(string what, ReadOnlySpan<double> low, ReadOnlySpan<double> high)
    {
        var difference = 0.0;
        for (var i = 0; i < low.Length; i++)
        {
            difference += (low[i] - high[i]) * (low[i] - high[i]);
        }

        var relative = Math.Sqrt(difference) / Math.Max(Norms.Of(high), 1);
        return LawResult.Where(
            relative <= Tolerance,
            () => string.Create(CultureInfo.InvariantCulture, $"In single precision the {what} differ by {relative:E2} from double precision; at most {Tolerance:E0} is allowed."));
    }

    private static Parameters<double> Widen(Parameters<float> values, Parameters<double> names)
    {
        var place = 0;
        return names.Map((_, _) => Widen(values.Entries[place++].Values));
    }

    private static Matrix<double> Widen(Matrix<float> values) =>
        Dense.Matrix(values.RowCount, values.ColumnCount, Array.ConvertAll(values.Numbers.ToArray(), number => (double)number));
}
