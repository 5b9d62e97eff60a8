namespace Functional.Data;

using System;

/// <summary>A sample's stored features as a column of a network's inputs.</summary>
internal static class ScaledColumn
{
    /// <summary>Writes the scaled features.</summary>
    /// <typeparam name="TStored">What features are stored as.</typeparam>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="stored">The features.</param>
    /// <param name="scaling">How they become inputs.</param>
    /// <param name="column">Takes them; at least as long.</param>
    public static void Fill<TStored, T>(ReadOnlySpan<TStored> stored, Scaling scaling, Span<T> column)
        where TStored : struct, INumber<TStored>
        where T : struct, IFloatingPointIeee754<T>
    {
        column = column[..stored.Length];
        switch (scaling)
        {
            case Scaling.UnitInterval unit:
                var maximum = T.CreateTruncating(unit.Maximum);
                for (var feature = 0; feature < stored.Length; feature++)
                {
                    column[feature] = T.CreateTruncating(stored[feature]) / maximum;
                }

                break;
            case Scaling.Standardised fitted:
                var means = fitted.Means.AsSpan()[..stored.Length];
                var deviations = fitted.Deviations.AsSpan()[..stored.Length];
                for (var feature = 0; feature < stored.Length; feature++)
                {
                    column[feature] = T.CreateTruncating((double.CreateTruncating(stored[feature]) - means[feature]) / deviations[feature]);
                }

                break;
            default:
                for (var feature = 0; feature < stored.Length; feature++)
                {
                    column[feature] = T.CreateTruncating(stored[feature]);
                }

                break;
        }
    }
}
