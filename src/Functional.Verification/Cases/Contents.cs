namespace Functional.Verification;

using System;
using Functional.Networks;

/// <summary>Looks for parts of a network.</summary>
internal static class Contents
{
    /// <summary>Whether a layer, or one within it, has a property.</summary>
    public static bool Has<T>(Layer<T> layer, Func<Layer<T>, bool> property)
        where T : struct, IFloatingPointIeee754<T> => property(layer) || layer switch
        {
            Chain<T> chain => chain.Layers.Exists(inner => Has(inner, property)),
            Residual<T> residual => Has(residual.Inner, property),
            _ => false,
        };
}
