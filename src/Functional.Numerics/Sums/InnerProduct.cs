namespace Functional.Numerics.Sums;

using System;
using System.Numerics;

/// <summary>The inner product of two sequences, <c>Σᵢ xᵢ·yᵢ</c>, in the one order that <see cref="Arithmetic"/> fixes.</summary>
public static class InnerProduct
{
    /// <summary>The sum of the products: inside a grain one ascending chain of fused multiply-adds, the grains joined by the pairwise tree.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="x">Numbers, any count.</param>
    /// <param name="y">As many numbers.</param>
    /// <returns>The sum; +0 where there are no numbers.</returns>
    /// <exception cref="ArgumentException">The counts differ.</exception>
    public static T Of<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y)
        where T : struct, IFloatingPointIeee754<T>
    {
        if (x.Length != y.Length)
        {
            throw new ArgumentException($"There are {x.Length} numbers on one side and {y.Length} on the other; there must be as many.", nameof(y));
        }

        var grains = new T[GrainTree<T>.Grains(x.Length)];
        for (var grain = 0; grain < grains.Length; grain++)
        {
            var start = grain * Arithmetic.GrainSize;
            var length = Math.Min(Arithmetic.GrainSize, x.Length - start);
            grains[grain] = Chain(x.Slice(start, length), y.Slice(start, length));
        }

        return GrainSum.Join<T>(grains);
    }

    private static T Chain<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y)
        where T : struct, IFloatingPointIeee754<T>
    {
        var sum = T.Zero;
        for (var i = 0; i < x.Length; i++)
        {
            sum = T.FusedMultiplyAdd(x[i], y[i], sum);
        }

        return sum;
    }
}
