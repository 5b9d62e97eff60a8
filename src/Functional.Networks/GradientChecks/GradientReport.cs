namespace Functional.Networks;

using System;
using System.Linq;
using LanguageExt;

/// <summary>How a network's gradient by the backward pass compares with numeric differentiation, tensor by tensor.</summary>
/// <param name="Tensors">A comparison for each parameter, then one for the inputs.</param>
public sealed record GradientReport(Seq<GradientComparison> Tensors)
{
    /// <summary>A comparison for each parameter, then one for the inputs.</summary>
    public Seq<GradientComparison> Tensors { get; init => field = Given.NoNulls(value); } = Given.NoNulls(Tensors);

    /// <summary>How many derivatives were compared.</summary>
    /// <exception cref="OverflowException">They are more than an int holds.</exception>
    public int Compared => Tensors.Sum(tensor => tensor.Compared);

    /// <summary>How many were left out because the function has a kink there.</summary>
    /// <exception cref="OverflowException">They are more than an int holds.</exception>
    public int Kinks => Tensors.Sum(tensor => tensor.Kinks);

    /// <summary>How often the objective was evaluated.</summary>
    public long Evaluations => Tensors.Fold(0L, (sum, tensor) => sum + tensor.Evaluations);

    /// <summary>The largest mean of |analytic − numeric| of any tensor.</summary>
    public double MeanDifference => Tensors.Map(tensor => tensor.MeanDifference).Fold(0.0, Math.Max);

    /// <summary>
    /// ‖analytic − numeric‖ / max(‖analytic + numeric‖, <paramref name="floor"/>) over all that the selection takes together.
    /// </summary>
    /// <param name="floor">The norm below which a gradient counts as this large: what is left of a vanishing gradient is rounding.</param>
    /// <param name="selected">Which tensors; all when left out.</param>
    public double RelativeDifference(double floor, Func<GradientComparison, bool>? selected = null)
    {
        var chosen = Tensors.Filter(selected ?? (_ => true));
        var difference = Math.Sqrt(chosen.Sum(tensor => tensor.DifferenceNorm * tensor.DifferenceNorm));
        var sum = Math.Sqrt(chosen.Sum(tensor => tensor.SumNorm * tensor.SumNorm));
        return difference == 0 ? 0 : difference / Math.Max(sum, floor);
    }

    /// <summary>√Σ 1/hᵢ² with the steps of all numeric derivatives that the selection takes together.</summary>
    /// <param name="selected">Which tensors; all when left out.</param>
    public double InverseStepNorm(Func<GradientComparison, bool>? selected = null) =>
        Math.Sqrt(Tensors.Filter(selected ?? (_ => true)).Sum(tensor => tensor.InverseStepNorm * tensor.InverseStepNorm));
}
