namespace Functional.Numerics.Sums;

using System;
using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Elementwise.Operations;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Sums in the one order that <see cref="Arithmetic"/> fixes: ascending chains over grains, joined by a pairwise tree.</summary>
public static class GrainSum
{
    private interface ITerm<T>
    {
        static abstract T Add(T sum, T term);
    }

    /// <summary>The sum of the numbers.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="terms">The numbers, any count.</param>
    public static T Of<T>(ReadOnlySpan<T> terms)
        where T : struct, IFloatingPointIeee754<T> => Sum<T, Itself<T>>(terms);

    /// <summary>The sum of the numbers' squares.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="terms">The numbers, any count.</param>
    public static T OfSquares<T>(ReadOnlySpan<T> terms)
        where T : struct, IFloatingPointIeee754<T> => Sum<T, Squared<T>>(terms);

    /// <summary>The sum of the numbers' magnitudes.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="terms">The numbers, any count.</param>
    public static T OfMagnitudes<T>(ReadOnlySpan<T> terms)
        where T : struct, IFloatingPointIeee754<T> => Sum<T, Magnitude<T>>(terms);

    /// <summary>Each row's sum over all columns: the sum over a batch, where samples are columns.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="matrix">[rows × samples].</param>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    /// <returns>As many sums as the matrix has rows.</returns>
    public static MathNet.Numerics.LinearAlgebra.Vector<T> OverColumns<T>(Matrix<T> matrix, Execution? execution = null)
        where T : struct, IFloatingPointIeee754<T>
    {
        execution ??= Execution.Sequential;
        var numbers = matrix.Numbers;
        var (rows, columns) = (matrix.RowCount, matrix.ColumnCount);
        var total = new T[rows];
        var tree = new GrainTree<T>(new T[GrainTree<T>.Room(GrainTree<T>.Grains(columns), rows)], rows, execution);
        for (var start = 0; start < columns; start += Arithmetic.GrainSize)
        {
            Array.Clear(total);
            for (var column = start; column < Math.Min(start + Arithmetic.GrainSize, columns); column++)
            {
                Elements.Map(default(Add<T>), total, numbers.Slice(column * rows, rows), total, execution);
            }

            tree.Push(total);
        }

        tree.Finish(total);
        return Dense.Vector(total);
    }

    /// <summary>
    /// The sums of a sequence's grains. Sums over consecutive pieces, each of a whole number of grains but the last, can so be
    /// joined without holding all terms: <c>Join</c> of the pieces' grains, one behind the other, is the sum of the whole.
    /// </summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="terms">The numbers, any count.</param>
    /// <returns>A sum for each grain of <see cref="Arithmetic.GrainSize"/> terms.</returns>
    public static ImmutableArray<T> Grains<T>(ReadOnlySpan<T> terms)
        where T : struct, IFloatingPointIeee754<T>
    {
        var grains = ImmutableArray.CreateBuilder<T>(GrainTree<T>.Grains(terms.Length));
        for (var start = 0; start < terms.Length; start += Arithmetic.GrainSize)
        {
            grains.Add(Chain<T, Itself<T>>(terms[start..Math.Min(start + Arithmetic.GrainSize, terms.Length)]));
        }

        return grains.MoveToImmutable();
    }

    /// <summary>Joins the sums of grains by the pairwise tree.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="grains">The grains' sums in ascending order.</param>
    public static T Join<T>(ReadOnlySpan<T> grains)
        where T : struct, IFloatingPointIeee754<T>
    {
        var room = default(Room<T>);
        Span<T> sum = room[..1];
        var tree = new GrainTree<T>(room[1..], 1, Execution.Sequential);
        foreach (var grain in grains)
        {
            sum[0] = grain;
            tree.Push(sum);
        }

        tree.Finish(sum);
        return sum[0];
    }

    private static T Sum<T, TTerm>(ReadOnlySpan<T> terms)
        where T : struct, IFloatingPointIeee754<T>
        where TTerm : struct, ITerm<T>
    {
        if (terms.Length <= Arithmetic.GrainSize)
        {
            return Chain<T, TTerm>(terms);
        }

        var room = default(Room<T>);
        Span<T> sum = room[..1];
        var tree = new GrainTree<T>(room[1..], 1, Execution.Sequential);
        for (var start = 0; start < terms.Length; start += Arithmetic.GrainSize)
        {
            sum[0] = Chain<T, TTerm>(terms[start..Math.Min(start + Arithmetic.GrainSize, terms.Length)]);
            tree.Push(sum);
        }

        tree.Finish(sum);
        return sum[0];
    }

    private static T Chain<T, TTerm>(ReadOnlySpan<T> grain)
        where T : struct, IFloatingPointIeee754<T>
        where TTerm : struct, ITerm<T>
    {
        var sum = T.Zero;
        foreach (var term in grain)
        {
            sum = TTerm.Add(sum, term);
        }

        return sum;
    }

    /// <summary>Room on the stack for one grain's sum and for a tree of any height over such sums.</summary>
    [InlineArray(33)]
    private struct Room<T>
    {
        private T first;
    }

    private readonly struct Itself<T> : ITerm<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        public static T Add(T sum, T term) => sum + term;
    }

    private readonly struct Squared<T> : ITerm<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        public static T Add(T sum, T term) => T.FusedMultiplyAdd(term, term, sum);
    }

    private readonly struct Magnitude<T> : ITerm<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        public static T Add(T sum, T term) => sum + T.Abs(term);
    }
}
