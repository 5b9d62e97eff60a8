namespace Functional.Networks;

using System;

/// <summary>What an update is multiplied by because of its norm.</summary>
internal static class NormFactor
{
    /// <summary>‖p‖ / ‖u‖ from the sums of squares; 1 where one of them is 0, NaN where one of them is not finite.</summary>
    public static double Ratio(double values, double updates) =>
        !double.IsFinite(values) || !double.IsFinite(updates) ? double.NaN
        : values > 0 && updates > 0 ? Math.Sqrt(values) / Math.Sqrt(updates)
        : 1;

    /// <summary>1 where the norm, from the sum of squares, is not above a limit, otherwise what brings it there; NaN where it is not finite.</summary>
    public static double Limited(double squares, double limit)
    {
        var norm = Math.Sqrt(squares);
        return norm <= limit ? 1 : double.IsFinite(norm) ? limit / norm : double.NaN;
    }
}
