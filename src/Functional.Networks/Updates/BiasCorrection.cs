namespace Functional.Networks;

/// <summary>Frees a running mean of its start at 0.</summary>
internal static class BiasCorrection
{
    /// <summary>What a running mean is multiplied by: <c>1 / (1 − βᵗ)</c>.</summary>
    /// <param name="decay">β.</param>
    /// <param name="step">t, counted from 1.</param>
    public static T Of<T>(double decay, long step)
        where T : struct, IFloatingPointIeee754<T> => T.CreateChecked(1 / (1 - Powers.Of(decay, step)));
}
