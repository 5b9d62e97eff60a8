namespace Functional.Networks;

using System;

/// <summary>The range of a normalisation's numbers.</summary>
internal static class NormalisationRange
{
    /// <summary>Returns an ε that must be finite and above 0.</summary>
    public static double RequireEpsilon(double epsilon) => double.IsFinite(epsilon) && epsilon > 0
        ? epsilon
        : throw new ArgumentOutOfRangeException(nameof(epsilon), epsilon, "Epsilon must be finite and above 0.");
}
