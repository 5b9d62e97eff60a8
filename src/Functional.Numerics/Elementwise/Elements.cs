namespace Functional.Numerics.Elementwise;

using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Functional.Numerics.Lanes;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Applies an operation to every element of one, two or three matrices or spans of equal shape.</summary>
/// <remarks>A span's destination may be one of the sources; other overlaps are not allowed. Element i depends on the elements i alone; it is NaN
/// where the operation's comment says so, as a root of a negative number.</remarks>
public static class Elements
{
    /// <summary>Writes <c>operation(x[i])</c> to <c>destination[i]</c>.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <typeparam name="TOperation">The operation.</typeparam>
    /// <param name="operation">The function to apply.</param>
    /// <param name="x">The arguments.</param>
    /// <param name="destination">Takes the values; as long as <paramref name="x"/>.</param>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    internal static void Map<T, TOperation>(TOperation operation, ReadOnlySpan<T> x, Span<T> destination, Execution? execution = null)
        where T : struct, IFloatingPointIeee754<T>
        where TOperation : struct, IUnaryOperation<T>
    {
        RequireLength(x.Length, destination.Length, nameof(x));
        switch (Hardware.Resolve((execution ?? Execution.Sequential).Width))
        {
            case VectorWidth.Bits512: Map<T, Lanes512<T>, TOperation>(operation, x, destination); break;
            case VectorWidth.Bits256: Map<T, Lanes256<T>, TOperation>(operation, x, destination); break;
            case VectorWidth.Bits128: Map<T, Lanes128<T>, TOperation>(operation, x, destination); break;
            default: Map<T, ScalarLanes<T>, TOperation>(operation, x, destination); break;
        }
    }

    /// <summary>Writes <c>operation(x[i], y[i])</c> to <c>destination[i]</c>.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <typeparam name="TOperation">The operation.</typeparam>
    /// <param name="operation">The function to apply.</param>
    /// <param name="x">The first arguments.</param>
    /// <param name="y">The second arguments, as many.</param>
    /// <param name="destination">Takes the values, as many.</param>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    internal static void Map<T, TOperation>(TOperation operation, ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination, Execution? execution = null)
        where T : struct, IFloatingPointIeee754<T>
        where TOperation : struct, IBinaryOperation<T>
    {
        RequireLength(x.Length, destination.Length, nameof(x));
        RequireLength(y.Length, destination.Length, nameof(y));
        switch (Hardware.Resolve((execution ?? Execution.Sequential).Width))
        {
            case VectorWidth.Bits512: Map<T, Lanes512<T>, TOperation>(operation, x, y, destination); break;
            case VectorWidth.Bits256: Map<T, Lanes256<T>, TOperation>(operation, x, y, destination); break;
            case VectorWidth.Bits128: Map<T, Lanes128<T>, TOperation>(operation, x, y, destination); break;
            default: Map<T, ScalarLanes<T>, TOperation>(operation, x, y, destination); break;
        }
    }

    /// <summary>Writes <c>operation(x[i], y[i], z[i])</c> to <c>destination[i]</c>.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <typeparam name="TOperation">The operation.</typeparam>
    /// <param name="operation">The function to apply.</param>
    /// <param name="x">The first arguments.</param>
    /// <param name="y">The second arguments, as many.</param>
    /// <param name="z">The third arguments, as many.</param>
    /// <param name="destination">Takes the values, as many.</param>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    internal static void Map<T, TOperation>(
        TOperation operation, ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> z, Span<T> destination, Execution? execution = null)
        where T : struct, IFloatingPointIeee754<T>
        where TOperation : struct, ITernaryOperation<T>
    {
        RequireLength(x.Length, destination.Length, nameof(x));
        RequireLength(y.Length, destination.Length, nameof(y));
        RequireLength(z.Length, destination.Length, nameof(z));
        switch (Hardware.Resolve((execution ?? Execution.Sequential).Width))
        {
            case VectorWidth.Bits512: Map<T, Lanes512<T>, TOperation>(operation, x, y, z, destination); break;
            case VectorWidth.Bits256: Map<T, Lanes256<T>, TOperation>(operation, x, y, z, destination); break;
            case VectorWidth.Bits128: Map<T, Lanes128<T>, TOperation>(operation, x, y, z, destination); break;
            default: Map<T, ScalarLanes<T>, TOperation>(operation, x, y, z, destination); break;
        }
    }

    /// <summary>Writes the two values of <c>operation(x[i], y[i])</c> to <c>x[i]</c> and <c>y[i]</c>.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <typeparam name="TOperation">The operation.</typeparam>
    /// <param name="operation">The functions to apply.</param>
    /// <param name="x">The first arguments, which are written over.</param>
    /// <param name="y">The second arguments, as many, which are written over.</param>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    internal static void Replace<T, TOperation>(TOperation operation, Span<T> x, Span<T> y, Execution? execution = null)
        where T : struct, IFloatingPointIeee754<T>
        where TOperation : struct, IPairOperation<T> => Map(operation, x, y, x, y, execution);

    /// <summary>Writes the two values of <c>operation(x[i], y[i])</c> to <c>first[i]</c> and <c>second[i]</c>.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <typeparam name="TOperation">The operation.</typeparam>
    /// <param name="operation">The functions to apply.</param>
    /// <param name="x">The first arguments.</param>
    /// <param name="y">The second arguments, as many.</param>
    /// <param name="first">Takes the first values, as many.</param>
    /// <param name="second">Takes the second values, as many.</param>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    internal static void Map<T, TOperation>(
        TOperation operation, ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> first, Span<T> second, Execution? execution = null)
        where T : struct, IFloatingPointIeee754<T>
        where TOperation : struct, IPairOperation<T>
    {
        RequireLength(x.Length, first.Length, nameof(x));
        RequireLength(y.Length, first.Length, nameof(y));
        RequireLength(second.Length, first.Length, nameof(second));
        switch (Hardware.Resolve((execution ?? Execution.Sequential).Width))
        {
            case VectorWidth.Bits512: Map<T, Lanes512<T>, TOperation>(operation, x, y, first, second); break;
            case VectorWidth.Bits256: Map<T, Lanes256<T>, TOperation>(operation, x, y, first, second); break;
            case VectorWidth.Bits128: Map<T, Lanes128<T>, TOperation>(operation, x, y, first, second); break;
            default: Map<T, ScalarLanes<T>, TOperation>(operation, x, y, first, second); break;
        }
    }

    /// <summary>A matrix of <c>operation(x[i, j])</c>.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <typeparam name="TOperation">The operation.</typeparam>
    /// <param name="operation">The function to apply.</param>
    /// <param name="x">The arguments.</param>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    public static Matrix<T> Map<T, TOperation>(TOperation operation, Matrix<T> x, Execution? execution = null)
        where T : struct, IFloatingPointIeee754<T>
        where TOperation : struct, IUnaryOperation<T>
    {
        ArgumentNullException.ThrowIfNull(x);
        var values = new T[x.RowCount * x.ColumnCount];
        Map(operation, x.Numbers, values, execution);
        return Dense.Matrix(x.RowCount, x.ColumnCount, values);
    }

    /// <summary>A matrix of <c>operation(x[i, j], y[i, j])</c>.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <typeparam name="TOperation">The operation.</typeparam>
    /// <param name="operation">The function to apply.</param>
    /// <param name="x">The first arguments.</param>
    /// <param name="y">The second arguments, of the same shape.</param>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Matrix<T> Map<T, TOperation>(TOperation operation, Matrix<T> x, Matrix<T> y, Execution? execution = null)
        where T : struct, IFloatingPointIeee754<T>
        where TOperation : struct, IBinaryOperation<T>
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        RequireShape(y, x);
        var values = new T[x.RowCount * x.ColumnCount];
        Map(operation, x.Numbers, y.Numbers, values, execution);
        return Dense.Matrix(x.RowCount, x.ColumnCount, values);
    }

    /// <summary>A matrix of <c>operation(x[i, j], y[i, j], z[i, j])</c>.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <typeparam name="TOperation">The operation.</typeparam>
    /// <param name="operation">The function to apply.</param>
    /// <param name="x">The first arguments.</param>
    /// <param name="y">The second arguments, of the same shape.</param>
    /// <param name="z">The third arguments, of the same shape.</param>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Matrix<T> Map<T, TOperation>(TOperation operation, Matrix<T> x, Matrix<T> y, Matrix<T> z, Execution? execution = null)
        where T : struct, IFloatingPointIeee754<T>
        where TOperation : struct, ITernaryOperation<T>
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(z);
        RequireShape(y, x);
        RequireShape(z, x);
        var values = new T[x.RowCount * x.ColumnCount];
        Map(operation, x.Numbers, y.Numbers, z.Numbers, values, execution);
        return Dense.Matrix(x.RowCount, x.ColumnCount, values);
    }

    /// <summary>The operation's value for a single number: the same bits as in any lane of any register.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <typeparam name="TOperation">The operation.</typeparam>
    /// <param name="operation">The function to apply.</param>
    /// <param name="x">The argument.</param>
    public static T Apply<T, TOperation>(TOperation operation, T x)
        where T : struct, IFloatingPointIeee754<T>
        where TOperation : struct, IUnaryOperation<T> =>
        operation.Invoke(new ScalarLanes<T>(x)).Value;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Map<T, TLanes, TOperation>(TOperation operation, ReadOnlySpan<T> x, Span<T> destination)
        where T : struct, IFloatingPointIeee754<T>
        where TLanes : struct, ILanes<TLanes, T>
        where TOperation : struct, IUnaryOperation<T>
    {
        ref var first = ref MemoryMarshal.GetReference(x);
        ref var target = ref MemoryMarshal.GetReference(destination);
        nuint length = (nuint)destination.Length, i = 0;
        for (; i + (nuint)TLanes.Count <= length; i += (nuint)TLanes.Count)
        {
            TLanes.Store(operation.Invoke(TLanes.Load(in first, i)), ref target, i);
        }

        if (i != length)
        {
            Tail(operation, x[(int)i..], destination[(int)i..]);
        }
    }

    // The tails have methods of their own, so that they take nothing of what the compiler allots for inlining the loops above them.
    private static void Tail<T, TOperation>(TOperation operation, ReadOnlySpan<T> x, Span<T> destination)
        where T : struct, IFloatingPointIeee754<T>
        where TOperation : struct, IUnaryOperation<T>
    {
        for (var i = 0; i < destination.Length; i++)
        {
            destination[i] = operation.Invoke(new ScalarLanes<T>(x[i])).Value;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Map<T, TLanes, TOperation>(TOperation operation, ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination)
        where T : struct, IFloatingPointIeee754<T>
        where TLanes : struct, ILanes<TLanes, T>
        where TOperation : struct, IBinaryOperation<T>
    {
        ref var first = ref MemoryMarshal.GetReference(x);
        ref var second = ref MemoryMarshal.GetReference(y);
        ref var target = ref MemoryMarshal.GetReference(destination);
        nuint length = (nuint)destination.Length, i = 0;
        for (; i + (nuint)TLanes.Count <= length; i += (nuint)TLanes.Count)
        {
            TLanes.Store(operation.Invoke(TLanes.Load(in first, i), TLanes.Load(in second, i)), ref target, i);
        }

        if (i != length)
        {
            Tail(operation, x[(int)i..], y[(int)i..], destination[(int)i..]);
        }
    }

    private static void Tail<T, TOperation>(TOperation operation, ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination)
        where T : struct, IFloatingPointIeee754<T>
        where TOperation : struct, IBinaryOperation<T>
    {
        for (var i = 0; i < destination.Length; i++)
        {
            destination[i] = operation.Invoke(new ScalarLanes<T>(x[i]), new ScalarLanes<T>(y[i])).Value;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Map<T, TLanes, TOperation>(
        TOperation operation, ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> z, Span<T> destination)
        where T : struct, IFloatingPointIeee754<T>
        where TLanes : struct, ILanes<TLanes, T>
        where TOperation : struct, ITernaryOperation<T>
    {
        ref var first = ref MemoryMarshal.GetReference(x);
        ref var second = ref MemoryMarshal.GetReference(y);
        ref var third = ref MemoryMarshal.GetReference(z);
        ref var target = ref MemoryMarshal.GetReference(destination);
        nuint length = (nuint)destination.Length, i = 0;
        for (; i + (nuint)TLanes.Count <= length; i += (nuint)TLanes.Count)
        {
            var value = operation.Invoke(TLanes.Load(in first, i), TLanes.Load(in second, i), TLanes.Load(in third, i));
            TLanes.Store(value, ref target, i);
        }

        if (i != length)
        {
            Tail(operation, x[(int)i..], y[(int)i..], z[(int)i..], destination[(int)i..]);
        }
    }

    private static void Tail<T, TOperation>(TOperation operation, ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> z, Span<T> destination)
        where T : struct, IFloatingPointIeee754<T>
        where TOperation : struct, ITernaryOperation<T>
    {
        for (var i = 0; i < destination.Length; i++)
        {
            destination[i] = operation.Invoke(new ScalarLanes<T>(x[i]), new ScalarLanes<T>(y[i]), new ScalarLanes<T>(z[i])).Value;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Map<T, TLanes, TOperation>(TOperation operation, ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> first, Span<T> second)
        where T : struct, IFloatingPointIeee754<T>
        where TLanes : struct, ILanes<TLanes, T>
        where TOperation : struct, IPairOperation<T>
    {
        ref var left = ref MemoryMarshal.GetReference(x);
        ref var right = ref MemoryMarshal.GetReference(y);
        ref var target = ref MemoryMarshal.GetReference(first);
        ref var beside = ref MemoryMarshal.GetReference(second);
        nuint length = (nuint)first.Length, i = 0;
        for (; i + (nuint)TLanes.Count <= length; i += (nuint)TLanes.Count)
        {
            TLanes.Store(operation.Invoke(TLanes.Load(in left, i), TLanes.Load(in right, i), out var other), ref target, i);
            TLanes.Store(other, ref beside, i);
        }

        if (i != length)
        {
            Tail(operation, x[(int)i..], y[(int)i..], first[(int)i..], second[(int)i..]);
        }
    }

    private static void Tail<T, TOperation>(TOperation operation, ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> first, Span<T> second)
        where T : struct, IFloatingPointIeee754<T>
        where TOperation : struct, IPairOperation<T>
    {
        for (var i = 0; i < first.Length; i++)
        {
            first[i] = operation.Invoke(new ScalarLanes<T>(x[i]), new ScalarLanes<T>(y[i]), out var other).Value;
            second[i] = other.Value;
        }
    }

    private static void RequireShape<T>(Matrix<T> actual, Matrix<T> expected)
        where T : struct, IFloatingPointIeee754<T>
    {
        if (actual.RowCount != expected.RowCount || actual.ColumnCount != expected.ColumnCount)
        {
            throw new ArgumentException(
                $"One matrix is {expected.RowCount} × {expected.ColumnCount}, another {actual.RowCount} × {actual.ColumnCount}; their shapes must be equal.",
                nameof(actual));
        }
    }

    private static void RequireLength(int actual, int expected, string name)
    {
        if (actual != expected)
        {
            throw new ArgumentException($"The span has {actual} elements, the destination {expected}; they must be equally long.", name);
        }
    }
}
