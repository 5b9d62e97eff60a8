namespace Functional.Numerics.Expressions;

using System.Collections.Generic;
using System.Linq;
using System.Numerics;

/// <summary>A way from a variable to the whole expression; its derivative is the product of the local derivatives on it.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class DerivativePath<T>
    where T : struct, IFloatingPointIeee754<T>
{
    internal DerivativePath(IReadOnlyList<string> names, IReadOnlyList<T> factors) => (Names, Factors) = (names, factors);

    /// <summary>The names of the parts, from the variable to the whole.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The derivative of each part by the one before it; one fewer than there are names.</summary>
    public IReadOnlyList<T> Factors { get; }

    /// <summary>The product of the factors, from the whole to the variable.</summary>
    public T Product => Factors.Reverse().Aggregate(T.One, (product, factor) => product * factor);
}
