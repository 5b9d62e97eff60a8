namespace Functional.Cli;

using System.Linq;
using Functional.Networks;

/// <summary>When a gradient check counts as passed.</summary>
internal static class GradientVerdict
{
    /// <summary>The largest ‖analytic − numeric‖ / ‖analytic + numeric‖ of a tensor that passes.</summary>
    public const double RelativeBound = 1e-7;

    /// <summary>The largest mean of |analytic − numeric| of a tensor that passes, however small its gradient.</summary>
    public const double MeanBound = 1e-9;

    /// <summary>The norm of a gradient, added up from both ways, below which it vanishes.</summary>
    private const double VanishingNorm = 1e-9;

    /// <summary>The bounds in words.</summary>
    public const string Bounds = "relative difference ≤ 1e-7 or mean |difference| ≤ 1e-9 in every tensor";

    /// <summary>Whether a tensor's gradient agrees with numeric differentiation.</summary>
    public static bool Passes(GradientComparison tensor) => tensor.RelativeDifference <= RelativeBound || tensor.MeanDifference <= MeanBound;

    /// <summary>Whether all tensors' gradients agree, and there was something to compare.</summary>
    public static bool Passes(GradientReport report) => report.Compared > 0 && report.Tensors.ForAll(Passes);

    /// <summary>
    /// The tensor that is furthest off. One whose gradient vanishes, as by a bias that batch normalisation takes off again, comes last: of it only rounding is
    /// left, whose relative difference says nothing.
    /// </summary>
    public static GradientComparison Worst(GradientReport report) => report.Tensors
        .OrderBy(Passes)
        .ThenBy(tensor => tensor.SumNorm < VanishingNorm)
        .ThenByDescending(tensor => tensor.RelativeDifference)
        .First();
}
