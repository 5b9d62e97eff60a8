namespace Functional.Verification;

using System.Globalization;
using Functional.Networks;

/// <summary>How far an objective's gradient by the backward pass is from numeric differentiation.</summary>
/// <param name="Parameters">The relative difference over all parameters.</param>
/// <param name="Inputs">The relative difference over all inputs.</param>
/// <param name="Objective">The objective's value.</param>
/// <param name="Report">The comparison tensor by tensor.</param>
/// <param name="IsSmooth">Whether the objective has no kinks, so that no derivative may be left out.</param>
public sealed record GradientMeasurement(double Parameters, double Inputs, double Objective, GradientReport Report, bool IsSmooth)
{
    /// <summary>The comparison tensor by tensor.</summary>
    public GradientReport Report { get; init => field = Given.NotNull(value); } = Given.NotNull(Report);

    /// <summary>The share of derivatives that were left out because the objective has a kink there.</summary>
    public double Excluded => Report.Kinks == 0 ? 0 : (double)Report.Kinks / (Report.Kinks + Report.Compared);

    /// <summary>The largest relative difference that the law allows.</summary>
    public double Tolerance => GradientLaws.ToleranceFor(IsSmooth);

    /// <summary>Whether the law holds.</summary>
    public LawResult Judge()
    {
        if (!(Parameters <= Tolerance && Inputs <= Tolerance))
        {
            return LawResult.Failed(Describe("The backward pass does not give the gradient"));
        }

        if (IsSmooth && Report.Kinks > 0)
        {
            return LawResult.Failed(Describe($"{Report.Kinks} derivatives look like kinks of a function that has none"));
        }

        return Excluded > GradientLaws.MaximumExcluded
            ? LawResult.Vacuous(Describe($"{Report.Kinks} of {Report.Kinks + Report.Compared} derivatives were left out as kinks"))
            : LawResult.Held;
    }

    private string Describe(string what) => string.Create(
        CultureInfo.InvariantCulture,
        $"{what}: compared with numeric differentiation the relative difference is {Parameters:E2} for parameters and {Inputs:E2} for inputs, at most {Tolerance:E0} is allowed; the objective is {Objective:R}.\n")
        + string.Join('\n', Report.Tensors.Map(tensor => string.Create(
            CultureInfo.InvariantCulture,
            $"    {tensor.Name}: relative difference {tensor.RelativeDifference:E2}, largest difference {tensor.MaximumDifference:E2}, compared {tensor.Compared}, kinks {tensor.Kinks}")));
}
