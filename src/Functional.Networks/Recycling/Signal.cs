namespace Functional.Networks;

/// <summary>What runs between two stages for the samples of a batch: values on the way forward, gradients on the way back.</summary>
internal static class Signal
{
    /// <summary>The number of places for a column of the given height: whole vectors, so that no kernel needs care at the end.</summary>
    public static int Padded(int rows, int padding) => (rows + padding - 1) / padding * padding;
}
