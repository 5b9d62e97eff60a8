namespace Functional.Networks;

using System;
using Functional.Numerics.Differentiation;

/// <summary>How one tensor's gradient by the backward pass compares with numeric differentiation. Kinks are counted and left out of every figure.</summary>
/// <param name="Name">The parameter's name, or "inputs".</param>
/// <param name="Compared">How many derivatives were compared.</param>
/// <param name="Kinks">How many were left out because the function has a kink there.</param>
/// <param name="MeanDifference">The mean of |analytic − numeric|; 0 where nothing was compared.</param>
/// <param name="MaximumDifference">The maximum of |analytic − numeric|; 0 where nothing was compared.</param>
/// <param name="DifferenceNorm">‖analytic − numeric‖, the Euclidean norm.</param>
/// <param name="SumNorm">‖analytic + numeric‖.</param>
/// <param name="InverseStepNorm">√Σ 1/hᵢ² with the steps hᵢ that the numeric derivatives were found with: how many times the rounding of the objective stands in their norm. Places beside a kink need small steps.</param>
/// <param name="Evaluations">How often the objective was evaluated.</param>
public sealed record GradientComparison(
    string Name, int Compared, int Kinks, double MeanDifference, double MaximumDifference, double DifferenceNorm, double SumNorm, double InverseStepNorm, long Evaluations)
{
    /// <summary>The parameter's name, or "inputs".</summary>
    public string Name { get; init => field = Given.NotNull(value); } = Given.NotNull(Name);

    /// <summary>‖analytic − numeric‖ / ‖analytic + numeric‖, as in the tutorials; 0 where both gradients are 0.</summary>
    public double RelativeDifference => DifferenceNorm == 0 ? 0 : DifferenceNorm / SumNorm;

    /// <summary>Compares derivatives one by one.</summary>
    /// <param name="name">The tensor's name.</param>
    /// <param name="analytic">The derivatives by the backward pass.</param>
    /// <param name="numeric">The derivatives by numeric differentiation, as many.</param>
    /// <exception cref="ArgumentException">The numbers of derivatives differ.</exception>
    public static GradientComparison Of(string name, ReadOnlySpan<double> analytic, ReadOnlySpan<Derivative> numeric)
    {
        if (analytic.Length != numeric.Length)
        {
            throw new ArgumentException($"There are {analytic.Length} analytic and {numeric.Length} numeric derivatives.", nameof(numeric));
        }

        int compared = 0, kinks = 0;
        double sum = 0, maximum = 0, differences = 0, sums = 0, inverseSteps = 0;
        long evaluations = 0;
        for (var i = 0; i < analytic.Length; i++)
        {
            evaluations += numeric[i].Evaluations;
            if (numeric[i].IsKink)
            {
                kinks++;
                continue;
            }

            var difference = Math.Abs(analytic[i] - numeric[i].Value);
            var both = analytic[i] + numeric[i].Value;
            compared++;
            sum += difference;
            maximum = Math.Max(maximum, difference);
            differences += difference * difference;
            sums += both * both;
            inverseSteps += 1 / (numeric[i].Step * numeric[i].Step);
        }

        return new(name, compared, kinks, compared == 0 ? 0 : sum / compared, maximum, Math.Sqrt(differences), Math.Sqrt(sums), Math.Sqrt(inverseSteps), evaluations);
    }
}
