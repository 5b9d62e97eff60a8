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

    /// <summary>The sum of the products of numbers at the same place: chains of fused multiply-adds.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="left">The first factors, any count.</param>
    /// <param name="right">The second factors, as many.</param>
    /// <exception cref="ArgumentException">The counts differ.</exception>
    public static T OfProducts<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right)
        where T : struct, IFloatingPointIeee754<T>
    {
        if (left.Length != right.Length)
        {
            throw new ArgumentException($"There are {left.Length} first factors and {right.Length} second ones; there must be as many.", nameof(right));
        }

        var room = default(Room<T>);
        Span<T> sum = room[..1];
        var tree = new GrainTree<T>(room[1..], 1, Execution.Sequential);
        for (var start = 0; start < left.Length; start += Arithmetic.GrainSize)
        {
            var chain = T.Zero;
            for (var i = start; i < Math.Min(start + Arithmetic.GrainSize, left.Length); i++)
            {
                chain = T.FusedMultiplyAdd(left[i], right[i], chain);
            }

            sum[0] = chain;
            tree.Push(sum);
        }

        tree.Finish(sum);
        return sum[0];
    }

    /// <summary>Each row's sum over all columns: the sum over a batch, where samples are columns.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="matrix">[rows × samples].</param>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    /// <returns>As many sums as the matrix has rows.</returns>
    public static MathNet.Numerics.LinearAlgebra.Vector<T> OverColumns<T>(Matrix<T> matrix, Execution? execution = null)
        where T : struct, IFloatingPointIeee754<T> => OverColumns(default(AddFirst<T>), Given.NotNull(matrix), matrix, execution);

    /// <summary>Each row's sum over all columns of the products of two matrices' elements: chains of fused multiply-adds.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="left">[rows × samples].</param>
    /// <param name="right">[rows × samples].</param>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    /// <returns>As many sums as the matrices have rows.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static MathNet.Numerics.LinearAlgebra.Vector<T> ProductsOverColumns<T>(Matrix<T> left, Matrix<T> right, Execution? execution = null)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (left.RowCount != right.RowCount || left.ColumnCount != right.ColumnCount)
        {
            throw new ArgumentException(
                $"One matrix is {left.RowCount} × {left.ColumnCount}, the other {right.RowCount} × {right.ColumnCount}; their shapes must be equal.", nameof(right));
        }

        return OverColumns(default(MultiplyAdd<T>), left, right, execution);
    }

    /// <summary>Each row's sum over all columns of a term of two matrices' elements.</summary>
    /// <param name="term">From the matrices' elements and the sum so far to the next sum.</param>
    /// <param name="left">[rows × samples].</param>
    /// <param name="right">[rows × samples].</param>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    internal static MathNet.Numerics.LinearAlgebra.Vector<T> OverColumns<T, TTerm>(TTerm term, Matrix<T> left, Matrix<T> right, Execution? execution)
        where T : struct, IFloatingPointIeee754<T>
        where TTerm : struct, ITernaryOperation<T>
    {
        var first = left.Numbers;
        var second = right.Numbers;
        var (rows, columns) = (left.RowCount, left.ColumnCount);
        var total = new T[rows];
        var tree = new GrainTree<T>(new T[GrainTree<T>.Room(GrainTree<T>.Grains(columns), rows)], rows, execution);
        for (var start = 0; start < columns; start += Arithmetic.GrainSize)
        {
            Array.Clear(total);
            for (var column = start; column < Math.Min(start + Arithmetic.GrainSize, columns); column++)
            {
                Elements.Map(term, first.Slice(column * rows, rows), second.Slice(column * rows, rows), total, total, execution);
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
