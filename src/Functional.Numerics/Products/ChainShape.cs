namespace Functional.Numerics.Products;

/// <summary>How an element's terms are chained; see <see cref="Arithmetic"/>.</summary>
internal enum ChainShape
{
    /// <summary>One ascending chain over the whole inner index.</summary>
    Single,

    /// <summary>An ascending chain over each grain, joined by the pairwise tree: for sums over samples.</summary>
    Grains,
}
