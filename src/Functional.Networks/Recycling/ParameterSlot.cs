namespace Functional.Networks;

using System;

/// <summary>Where one parameter stands among all of a network's numbers: its columns, each with room for whole vectors.</summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="Role">What it does in its layer.</param>
/// <param name="Rows">The number of its rows.</param>
/// <param name="Columns">The number of its columns.</param>
/// <param name="Stride">From one column to the next.</param>
/// <param name="Offset">The place of its first number.</param>
/// <param name="Panels">Where it stands in panels, too, among those of all weights; nothing where its columns are panels already, or nobody multiplies by it.</param>
internal sealed record ParameterSlot(string Name, ParameterRole Role, int Rows, int Columns, int Stride, int Offset, int? Panels)
{
    /// <summary>The places of a column's numbers from some row on to the end of its panel, where weights stand in panels alone.</summary>
    /// <param name="column">The column.</param>
    /// <param name="row">The panel's first row.</param>
    /// <param name="height">The rows of a panel.</param>
    public (int From, int Count) InPanel(int column, int row, int height)
    {
        var own = Math.Min(height, Stride - row);
        return (Offset + (row * Columns) + (column * own), own);
    }

    /// <summary>The numbers it takes, room included.</summary>
    public int Length => Stride * Columns;
}
