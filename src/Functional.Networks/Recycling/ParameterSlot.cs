namespace Functional.Networks;

/// <summary>Where one parameter stands among all of a network's numbers: its columns, each with room for whole vectors.</summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="Role">What it does in its layer.</param>
/// <param name="Rows">The number of its rows.</param>
/// <param name="Columns">The number of its columns.</param>
/// <param name="Stride">From one column to the next.</param>
/// <param name="Offset">The place of its first number.</param>
internal sealed record ParameterSlot(string Name, ParameterRole Role, int Rows, int Columns, int Stride, int Offset)
{
    /// <summary>The numbers it takes, room included.</summary>
    public int Length => Stride * Columns;
}
