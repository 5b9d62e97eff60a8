namespace Functional.Networks;

using System;
using System.Collections.Immutable;
using System.Linq;
using Functional.Numerics;
using Functional.Numerics.Sums;

/// <summary>Sums of squares over each parameter, for norms, in an order that depends on the parameters' shapes alone.</summary>
/// <remarks>
/// A parameter's columns are taken in panels of max(1, ⌊4096 / rows⌋). A panel's sum is <see cref="SquareSum"/>'s, in the element's precision;
/// the panels' sums are added in double precision, from the first to the last.
/// </remarks>
internal sealed class PanelSums<T>
    where T : struct, IFloatingPointIeee754<T>
{
    private const int PanelNumbers = 4096;

    private readonly ImmutableArray<Panel> panels;
    private readonly T[] numbers;
    private readonly VectorWidth width;
    private readonly double[] sums;
    private readonly double[] totals;

    /// <summary>Sums over the chosen parameters.</summary>
    /// <param name="plan">The plan, which knows the parameters that are chosen.</param>
    /// <param name="numbers">What is summed, in the parameters' layout.</param>
    public PanelSums(UpdatePlan<T> plan, T[] numbers)
    {
        this.numbers = numbers;
        width = plan.Execution.Width;
        panels = [.. plan.Layout.Slots.SelectMany((slot, place) => plan.Chooses(place) ? PanelsOf(slot, place) : [])];
        sums = new double[panels.Length];
        totals = new double[plan.Layout.Slots.Length];
    }

    /// <summary>The number of panels.</summary>
    public int Count => panels.Length;

    /// <summary>Each parameter's sum, after <see cref="Add"/>; 0 where it is not chosen.</summary>
    public ReadOnlySpan<double> Totals => totals;

    /// <summary>Sums one panel.</summary>
    public void Find(int panel)
    {
        var (slot, _, column, columns) = panels[panel];
        sums[panel] = double.CreateChecked(SquareSum.Of<T>(
            numbers.AsSpan(slot.Offset + (column * slot.Stride), columns * slot.Stride), slot.Rows, slot.Stride, columns, width));
    }

    /// <summary>Adds the panels up.</summary>
    public void Add()
    {
        Array.Clear(totals);
        for (var panel = 0; panel < sums.Length; panel++)
        {
            totals[panels[panel].Place] += sums[panel];
        }
    }

    /// <summary>The sum over all parameters, added from the first to the last.</summary>
    public double Total()
    {
        var total = 0.0;
        foreach (var own in totals)
        {
            total += own;
        }

        return total;
    }

    private static ImmutableArray<Panel> PanelsOf(ParameterSlot slot, int place)
    {
        var columns = Math.Max(1, PanelNumbers / Math.Max(1, slot.Rows));
        return
        [
            .. Enumerable.Range(0, (slot.Columns + columns - 1) / columns)
                .Select(panel => new Panel(slot, place, panel * columns, Math.Min(columns, slot.Columns - (panel * columns)))),
        ];
    }

    private sealed record Panel(ParameterSlot Slot, int Place, int Column, int Columns);
}
