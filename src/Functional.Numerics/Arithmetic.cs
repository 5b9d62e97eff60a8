namespace Functional.Numerics;

/// <summary>The arithmetic contract that makes results portable to the bit, and its version.</summary>
/// <remarks>
/// <para>Every floating-point result is defined by a scalar program; vector width, tile size and thread count may only
/// reorder work, never arithmetic.</para>
/// <list type="bullet">
/// <item><description>Matrix products: each output element is one chain of fused multiply-adds over the inner index in ascending
/// order, starting from +0 or from the value that is accumulated into.</description></item>
/// <item><description>Sums of n terms (over the samples of a batch, over the classes of a softmax, over the entries of a norm):
/// the terms are taken in consecutive grains of <see cref="GrainSize"/>; inside a grain the sum is one ascending chain starting
/// from +0 (of fused multiply-adds where the terms are products); the grains' sums are combined by a pairwise tree: at every level
/// neighbours 2i and 2i + 1 are added and an odd one out passes up.</description></item>
/// <item><description>Elementary functions use IEEE 754 operations that round correctly, comparisons and bit moves; the sine of huge angles also whole-number arithmetic; nothing else.</description></item>
/// </list>
/// </remarks>
public static class Arithmetic
{
    /// <summary>The version of the arithmetic. Any change of any bit of any result is a new version. It is part of every fingerprint.</summary>
    public const int Version = 1;

    /// <summary>How many consecutive terms of a sum form one ascending chain.</summary>
    public const int GrainSize = 64;
}
