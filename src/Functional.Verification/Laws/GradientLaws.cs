namespace Functional.Verification;

using System;
using Functional.Networks;
using Functional.Numerics.Differentiation;
using Functional.Numerics.Randomness;
using MathNet.Numerics.LinearAlgebra;

/// <summary>
/// The gradient law: what the backward pass gives equals central differences of what the forward pass gives, for every single
/// parameter and every single input.
/// </summary>
/// <remarks>
/// The relative difference is ‖a − n‖ / max(‖a + n‖, <see cref="Floor"/>·max(1, |objective|)·h/h₁), of all parameters together and of all
/// inputs together, with a the backward pass's derivatives, n the numeric ones, h the step of the central differences and h₁ the
/// smallest one that a place beside a kink needed. The floor scales with the objective and with 1/h₁ since what rounding the
/// objective does to its numeric derivative does. Derivatives at kinks, which are told by the objective's values alone, are left out.
/// </remarks>
public static class GradientLaws
{
    /// <summary>The largest relative difference.</summary>
    public const double Tolerance = 1e-7;

    /// <summary>The norm, for an objective of order 1, below which a gradient counts as this large: what is left of a vanishing gradient is rounding.</summary>
    public const double Floor = 1e-5;

    /// <summary>The share of derivatives above which a case with so many kinks says nothing.</summary>
    public const double MaximumExcluded = 0.5;

    /// <summary>The law for a random network in training; numeric and analytic derivatives see the same random draws.</summary>
    /// <param name="network">The network, its batch and its objective.</param>
    public static LawResult Of(NetworkCase network) => Measure(network).Judge(network.IsSmooth);

    /// <summary>The law for a network of your own.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="network">The network.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="isSmooth">Whether neither network nor objective has kinks, so that no derivative may be left out.</param>
    /// <param name="pass">The pass; inference when left out.</param>
    public static LawResult Of(Objective objective, Layer<double> network, Batch<double> batch, bool isSmooth = false, Pass? pass = null) =>
        Measure(objective, network, batch, pass).Judge(isSmooth);

    /// <summary>The law for a single layer, with a random gradient by its output: the objective is that gradient's product with the output.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="input">[features × samples].</param>
    /// <param name="key">What the gradient by the output is drawn from.</param>
    /// <param name="isSmooth">Whether the layer has no kinks, so that no derivative may be left out.</param>
    /// <param name="pass">The pass; inference when left out.</param>
    public static LawResult Of(Layer<double> layer, Matrix<double> input, RandomKey key, bool isSmooth = false, Pass? pass = null) =>
        Measure(layer, input, key, pass).Judge(isSmooth);

    /// <summary>The numbers behind the law for a random network in training.</summary>
    /// <param name="network">The network, its batch and its objective.</param>
    public static GradientMeasurement Measure(NetworkCase network) =>
        Measure(network.Objective, network.Network<double>(), network.Batch<double>(), network.Training());

    /// <summary>The numbers behind the law for a network of your own.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="network">The network.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="pass">The pass; inference when left out.</param>
    public static GradientMeasurement Measure(Objective objective, Layer<double> network, Batch<double> batch, Pass? pass = null)
    {
        var report = GradientCheck.Everywhere(objective, network, batch, pass);
        var value = objective.Value(network, batch, pass ?? Pass.Inference());
        return new(Difference(tensor => !IsInputs(tensor)), Difference(IsInputs), value, report);

        double Difference(Func<GradientComparison, bool> selected)
        {
            var finest = report.Tensors.Filter(selected).Map(tensor => tensor.FinestStep).Fold(CentralDifference.DefaultStep, Math.Min);
            return report.RelativeDifference(Floor * Math.Max(1, Math.Abs(value)) * (CentralDifference.DefaultStep / finest), selected);
        }
    }

    /// <summary>The numbers behind the law for a single layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="input">[features × samples].</param>
    /// <param name="key">What the gradient by the output is drawn from.</param>
    /// <param name="pass">The pass; inference when left out.</param>
    public static GradientMeasurement Measure(Layer<double> layer, Matrix<double> input, RandomKey key, Pass? pass = null) =>
        Measure(new Projection(), layer, new(input, new ValueTargets<double>(Upstream(layer, input, key))), pass);

    /// <summary>A random gradient by a layer's output.</summary>
    internal static Matrix<double> Upstream(Layer<double> layer, Matrix<double> input, RandomKey key) =>
        Draws.Normal<double>(layer.OutputSize(input.RowCount), input.ColumnCount, key);

    private static bool IsInputs(GradientComparison tensor) => string.Equals(tensor.Name, GradientCheck.Inputs, StringComparison.Ordinal);
}
