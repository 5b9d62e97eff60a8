namespace Functional.Verification;

using System;
using Functional.Networks;
using Functional.Numerics.Differentiation;
using Functional.Numerics.Randomness;
using MathNet.Numerics.LinearAlgebra;

/// <summary>
/// The gradient law: what the backward pass gives equals what numeric differentiation finds of the forward pass, for every single
/// parameter and every single input.
/// </summary>
/// <remarks>
/// <para>
/// The relative difference is ‖a − n‖ / max(‖a + n‖, ρ/t), of all parameters together and of all inputs together, with a the backward pass's
/// derivatives, n the numeric ones by <see cref="ExtrapolatedDifference"/> and t the tolerance, so that a difference up to ρ always passes.
/// ρ is what rounding the objective f does to the norm of the numeric derivatives: <c>ρ = 8·2⁻⁵³·max(1, |f|)·√Σ 1/hᵢ²</c> with the step hᵢ
/// that the i-th one was found with (<see cref="Roundings"/> is the 8; a numeric derivative is a difference of two values over twice its step). It is some 1e-14 for each
/// derivative of an objective of order 1, more beside kinks, which need small steps. Of random networks no difference beyond the
/// tolerance is more than a quarter of it.
/// </para>
/// <para>
/// Derivatives at kinks, which are told by the objective's values alone, are left out and counted: of smooth networks none may be, of others
/// at most <see cref="MaximumExcluded"/>, otherwise the law says nothing of the case, and says so.
/// </para>
/// </remarks>
public static class GradientLaws
{
    /// <summary>The largest relative difference of smooth networks.</summary>
    public const double SmoothTolerance = 1e-10;

    /// <summary>The largest relative difference of networks with kinks.</summary>
    public const double Tolerance = 1e-7;

    /// <summary>How many roundings of the objective, of 2⁻⁵³ each, may stand in a numeric derivative, times its step.</summary>
    public const double Roundings = 8;

    /// <summary>The share of derivatives above which a case with so many kinks says nothing.</summary>
    public const double MaximumExcluded = 0.5;

    /// <summary>The law for a random network in training; numeric and analytic derivatives see the same random draws.</summary>
    /// <param name="network">The network, its batch and its objective.</param>
    public static LawResult Of(NetworkCase network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return Measure(network).Judge();
    }

    /// <summary>The law for a network of your own.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="network">The network.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="isSmooth">Whether neither network nor objective has kinks, so that no derivative may be left out.</param>
    /// <param name="pass">The pass; inference when left out.</param>
    public static LawResult Of(Objective objective, Layer<double> network, Batch<double> batch, bool isSmooth = false, Pass? pass = null)
    {
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(batch);
        return Measure(objective, network, batch, isSmooth, pass).Judge();
    }

    /// <summary>The law for a single layer, with a random gradient by its output: the objective is that gradient's product with the output.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="input">[features × samples].</param>
    /// <param name="key">What the gradient by the output is drawn from.</param>
    /// <param name="isSmooth">Whether the layer has no kinks, so that no derivative may be left out.</param>
    /// <param name="pass">The pass; inference when left out.</param>
    public static LawResult Of(Layer<double> layer, Matrix<double> input, RandomKey key, bool isSmooth = false, Pass? pass = null)
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentNullException.ThrowIfNull(input);
        return Measure(layer, input, key, isSmooth, pass).Judge();
    }

    /// <summary>The numbers behind the law for a random network in training.</summary>
    /// <param name="network">The network, its batch and its objective.</param>
    public static GradientMeasurement Measure(NetworkCase network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return Measure(network.Objective, network.Network<double>(), network.Batch<double>(), network.IsSmooth, network.Training());
    }

    /// <summary>The numbers behind the law for a network of your own.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="network">The network.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="isSmooth">Whether neither network nor objective has kinks.</param>
    /// <param name="pass">The pass; inference when left out.</param>
    public static GradientMeasurement Measure(Objective objective, Layer<double> network, Batch<double> batch, bool isSmooth = false, Pass? pass = null)
    {
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(batch);
        var report = GradientCheck.Everywhere(objective, network, batch, pass);
        var value = objective.Value(network, batch, pass ?? Pass.Inference());
        return new(Difference(tensor => !IsInputs(tensor)), Difference(IsInputs), value, report, isSmooth);

        double Difference(Func<GradientComparison, bool> selected) =>
            report.RelativeDifference(Rounding(value, report.InverseStepNorm(selected)) / ToleranceFor(isSmooth), selected);
    }

    /// <summary>The numbers behind the law for a single layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="input">[features × samples].</param>
    /// <param name="key">What the gradient by the output is drawn from.</param>
    /// <param name="isSmooth">Whether the layer has no kinks.</param>
    /// <param name="pass">The pass; inference when left out.</param>
    public static GradientMeasurement Measure(Layer<double> layer, Matrix<double> input, RandomKey key, bool isSmooth = false, Pass? pass = null)
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentNullException.ThrowIfNull(input);
        return Measure(new Projection(), layer, new(input, new ValueTargets<double>(Upstream(layer, input, key))), isSmooth, pass);
    }

    /// <summary>The largest relative difference that is allowed.</summary>
    /// <param name="isSmooth">Whether neither network nor objective has kinks.</param>
    public static double ToleranceFor(bool isSmooth) => isSmooth ? SmoothTolerance : Tolerance;

    /// <summary>ρ: what rounding a function does to the norm of its numeric derivatives.</summary>
    /// <param name="value">The function's value.</param>
    /// <param name="inverseSteps">√Σ 1/hᵢ² with the steps that the derivatives were found with.</param>
    internal static double Rounding(double value, double inverseSteps) => Roundings / (1L << 53) * Math.Max(1, Math.Abs(value)) * inverseSteps;

    /// <summary>A random gradient by a layer's output.</summary>
    internal static Matrix<double> Upstream(Layer<double> layer, Matrix<double> input, RandomKey key) =>
        Draws.Normal<double>(layer.OutputSize(input.RowCount), input.ColumnCount, key);

    private static bool IsInputs(GradientComparison tensor) => string.Equals(tensor.Name, GradientCheck.Inputs, StringComparison.Ordinal);
}
