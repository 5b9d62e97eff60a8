namespace Functional.Benchmarks.Measuring;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Benchmarks.Workloads;

/// <summary>Holds contenders to computing the same.</summary>
internal static class Agreement
{
    /// <summary>Whether all figures agree with those of the first contender as well as the precision allows.</summary>
    public static bool Holds(IReadOnlyList<(string Contender, double[] Losses)> all, Precision precision) =>
        all.All(one => one.Losses.Length == all[0].Losses.Length && one.Losses.Zip(all[0].Losses, Difference).All(difference => difference <= precision.Tolerance));

    /// <summary>Ends the run unless they agree.</summary>
    /// <exception cref="Fault">They do not; the message names the subject and all values.</exception>
    public static void Require(string subject, IReadOnlyList<(string Contender, double[] Losses)> all, Precision precision)
    {
        if (!Holds(all, precision))
        {
            throw new Fault($"{subject} in {precision.Name} precision: the contenders do not compute the same, within {precision.Tolerance:E0} relatively: {string.Join("; ", all.Select(Text))}.");
        }
    }

    /// <summary>The largest relative difference to the first contender.</summary>
    public static double Worst(IReadOnlyList<(string Contender, double[] Losses)> all) =>
        all.Max(one => one.Losses.Length == all[0].Losses.Length ? one.Losses.Zip(all[0].Losses, Difference).Max() : double.NaN);

    private static string Text((string Contender, double[] Losses) one) => $"{one.Contender} {string.Join(", ", one.Losses.Select(loss => loss.ToString("R")))}";

    // Not a number differs from everything.
    private static double Difference(double left, double right) =>
        left == right ? 0 : double.IsFinite(left - right) ? Math.Abs(left - right) / Math.Max(Math.Abs(left), Math.Abs(right)) : double.PositiveInfinity;
}
