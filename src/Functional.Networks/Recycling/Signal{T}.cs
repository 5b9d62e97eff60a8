namespace Functional.Networks;

using System;
using System.Buffers;
using Functional.Numerics.Products;

/// <summary>The values and gradients between two stages.</summary>
internal sealed class Signal<T> : IDisposable
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>Room for the values and, where wanted, the gradients of so many samples.</summary>
    public Signal(int rows, int samples, int padding, bool hasGradients)
    {
        Rows = rows;
        Stride = Signal.Padded(rows, padding);
        Values = Room(Stride * samples);
        Gradients = hasGradients ? Room(Stride * samples) : [];
    }

    /// <summary>The number of features.</summary>
    public int Rows { get; }

    /// <summary>From one sample to the next.</summary>
    public int Stride { get; }

    /// <summary>The features of each sample.</summary>
    public T[] Values { get; }

    /// <summary>The objective's gradient by the features of each sample; empty where nobody asks.</summary>
    public T[] Gradients { get; }

    /// <summary>The samples from one to another, room included.</summary>
    public Span<T> Columns(T[] numbers, int from, int to) => numbers.AsSpan(from * Stride, (to - from) * Stride);

    /// <summary>The values as an operand of a product.</summary>
    public Operand<T> AsOperand => Operand<T>.Columns(Values, Stride);

    /// <summary>The gradients as an operand of a product.</summary>
    public Operand<T> GradientsAsOperand => Operand<T>.Columns(Gradients, Stride);

    /// <summary>Gives the room back; an empty array is none and may be given back, too.</summary>
    public void Dispose()
    {
        ArrayPool<T>.Shared.Return(Values);
        ArrayPool<T>.Shared.Return(Gradients);
    }

    /// <summary>Room that was used before and is zero now, so that it need not be collected.</summary>
    private static T[] Room(int length)
    {
        var room = ArrayPool<T>.Shared.Rent(length);
        Array.Clear(room);
        return room;
    }
}
