namespace Functional.Networks;

using System;

/// <summary>When a minimiser stops.</summary>
public sealed record MinimiserLimits
{
    /// <summary>When a minimiser stops; the defaults are those of SciPy's L-BFGS-B, with 200 iterations.</summary>
    /// <param name="iterations">The most iterations, at least 0.</param>
    /// <param name="evaluations">After how many evaluations of the function no further iteration is begun, at least 1.</param>
    /// <param name="gradientTolerance">The largest magnitude of a gradient's component that counts as 0, finite and not negative.</param>
    /// <param name="valueTolerance">The relative decrease of a step that counts as none, finite and not negative; with 0 a step must not make the value smaller at all.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public MinimiserLimits(int iterations = 200, int evaluations = 15_000, double gradientTolerance = 1e-5, double valueTolerance = 2.2e-9)
    {
        Iterations = iterations >= 0
            ? iterations
            : throw new ArgumentOutOfRangeException(nameof(iterations), iterations, "The number of iterations must not be negative.");
        Evaluations = evaluations >= 1
            ? evaluations
            : throw new ArgumentOutOfRangeException(nameof(evaluations), evaluations, "At least 1 evaluation must be allowed.");
        GradientTolerance = RequireTolerance(gradientTolerance, nameof(gradientTolerance));
        ValueTolerance = RequireTolerance(valueTolerance, nameof(valueTolerance));
    }

    /// <summary>The most iterations.</summary>
    public int Iterations { get; }

    /// <summary>After how many evaluations of the function no further iteration is begun; one iteration's line search may exceed it.</summary>
    public int Evaluations { get; }

    /// <summary>The largest magnitude of a gradient's component that counts as 0.</summary>
    public double GradientTolerance { get; }

    /// <summary>The decrease of a step, relative to the larger of both values' magnitudes and 1, that counts as none.</summary>
    public double ValueTolerance { get; }

    private static double RequireTolerance(double tolerance, string name) => double.IsFinite(tolerance) && tolerance >= 0
        ? tolerance
        : throw new ArgumentOutOfRangeException(name, tolerance, "A tolerance must be finite and not negative.");
}
