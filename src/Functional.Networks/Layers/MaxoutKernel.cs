namespace Functional.Networks;

using System;
using System.Buffers;
using System.Runtime.CompilerServices;
using Functional.Numerics;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Lanes;

/// <summary>The largest of several blocks of features, column after column.</summary>
internal static class MaxoutKernel
{
    /// <summary>Writes the largest of each output's features.</summary>
    /// <param name="x">The features: block after block of as many as there are outputs, up to the last whole one within the stride.</param>
    /// <param name="inputs">The number of features.</param>
    /// <param name="y">Takes the outputs.</param>
    /// <param name="outputs">The number of outputs.</param>
    /// <param name="stride">From one sample's outputs to the next.</param>
    /// <param name="columns">The number of samples.</param>
    /// <param name="execution">How to compute.</param>
    public static void Value<T>(ReadOnlySpan<T> x, int inputs, Span<T> y, int outputs, int stride, int columns, Execution execution)
        where T : struct, IFloatingPointIeee754<T>
    {
        var inputStride = columns == 0 ? 0 : x.Length / columns;
        for (var column = 0; column < columns; column++)
        {
            var features = x.Slice(column * inputStride, inputs);
            var target = y.Slice(column * stride, outputs);
            features[..outputs].CopyTo(target);
            for (var from = outputs; from < inputs; from += outputs)
            {
                Elements.Map(default(Larger<T>), target, features.Slice(from, outputs), target, execution);
            }
        }
    }

    /// <summary>Writes the gradient by the features: the output's where the feature is the first that equals it, elsewhere 0.</summary>
    /// <param name="x">The features.</param>
    /// <param name="xGradient">Takes the gradient by the features.</param>
    /// <param name="inputs">The number of features.</param>
    /// <param name="y">The outputs.</param>
    /// <param name="yGradient">The gradient by the outputs.</param>
    /// <param name="outputs">The number of outputs.</param>
    /// <param name="stride">From one sample's outputs to the next.</param>
    /// <param name="columns">The number of samples.</param>
    /// <param name="execution">How to compute.</param>
    public static void Pull<T>(
        ReadOnlySpan<T> x, Span<T> xGradient, int inputs, ReadOnlySpan<T> y, ReadOnlySpan<T> yGradient, int outputs, int stride, int columns, Execution execution)
        where T : struct, IFloatingPointIeee754<T>
    {
        var inputStride = columns == 0 ? 0 : x.Length / columns;
        var rented = ArrayPool<T>.Shared.Rent(outputs);
        var left = rented.AsSpan(0, outputs);
        for (var column = 0; column < columns; column++)
        {
            var values = y.Slice(column * stride, outputs);
            yGradient.Slice(column * stride, outputs).CopyTo(left);
            for (var from = 0; from < inputs; from += outputs)
            {
                var at = (column * inputStride) + from;
                Elements.Map(default(WhereEqual<T>), x.Slice(at, outputs), values, left, xGradient.Slice(at, outputs), execution);
                Elements.Map(default(WhereNotEqual<T>), x.Slice(at, outputs), values, left, left, execution);
            }
        }

        ArrayPool<T>.Shared.Return(rented);
    }

    private readonly struct Larger<T> : IBinaryOperation<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x, TLanes y)
            where TLanes : struct, ILanes<TLanes, T> =>
            TLanes.Select(TLanes.EqualTo(y, y), TLanes.Select(TLanes.LessThan(x, y), y, x), y);
    }

    private readonly struct WhereEqual<T> : ITernaryOperation<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x, TLanes y, TLanes z)
            where TLanes : struct, ILanes<TLanes, T> => TLanes.Select(TLanes.EqualTo(x, y), z, TLanes.Zero);
    }

    private readonly struct WhereNotEqual<T> : ITernaryOperation<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x, TLanes y, TLanes z)
            where TLanes : struct, ILanes<TLanes, T> => TLanes.Select(TLanes.EqualTo(x, y), TLanes.Zero, z);
    }
}
