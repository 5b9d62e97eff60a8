namespace Functional.Data;

using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CsvHelper;

/// <summary>Rows of numbers that grow as they come: bytes as long as all are whole numbers from 0 to 255, then doubles. NaN stands for a missing one.</summary>
/// <param name="width">How many numbers a row has.</param>
/// <param name="supply">At most how many rows and numbers there will be; 0 where that is not known.</param>
internal sealed class CsvNumbers(int width, (long Rows, long Numbers) supply)
{
    private const int FirstRows = 64;
    private const byte Zero = (byte)'0';
    private const uint Nine = 9;
    private byte[] bytes = [];
    private double[]? doubles;

    /// <summary>How many numbers there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many numbers a row has.</summary>
    public int Width => width;

    /// <summary>Whether all numbers so far are bytes.</summary>
    public bool AreBytes => doubles is null;

    /// <summary>The numbers as doubles, to be changed in place where some are missing.</summary>
    public Span<double> Doubles => (doubles ?? throw new InvalidOperationException("The numbers are bytes.")).AsSpan(0, Count);

    /// <summary>Makes room for a row.</summary>
    /// <returns>False where there cannot be so many numbers.</returns>
    public bool TryReserve()
    {
        var capacity = doubles?.Length ?? bytes.Length;
        if (capacity - Count >= width)
        {
            return true;
        }

        var needed = Count + (long)width;
        if (needed > Array.MaxLength)
        {
            return false;
        }

        var expected = Count == 0 ? Math.Max(Math.Min(supply.Rows * width, supply.Numbers), FirstRows * (long)width) : 2L * Count;
        var next = (int)Math.Min(Math.Max(expected, needed), Array.MaxLength);
        if (doubles is null)
        {
            Array.Resize(ref bytes, next);
        }
        else
        {
            Array.Resize(ref doubles, next);
        }

        return true;
    }

    /// <summary>Adds the fields of a line, for which there is room, up to the first that is no whole number from 0 to 255.</summary>
    /// <param name="reader">Stands on the line.</param>
    /// <param name="columns">Which fields.</param>
    /// <returns>How many have been added; 0 where there are doubles before.</returns>
    /// <remarks>All the time goes here, and half of it would be over before it is compiled well by itself.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int AddBytes(CsvReader reader, int[] columns)
    {
        if (doubles is not null)
        {
            return 0;
        }

        var row = bytes.AsSpan(Count, width);
        for (var i = 0; i < row.Length; i++)
        {
            if (!TryByte(reader.GetSpan(columns[i]), ref row[i]))
            {
                Count += i;
                return i;
            }
        }

        Count += row.Length;
        return row.Length;
    }

    /// <summary>Parses a whole number from 0 to 255 of at most three digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryByte(ReadOnlySpan<byte> field, ref byte value)
    {
        if ((uint)(field.Length - 1) > 2)
        {
            return false;
        }

        var number = 0u;
        foreach (var digit in field)
        {
            var own = (uint)(digit - Zero);
            if (own > Nine)
            {
                return false;
            }

            number = (number * 10) + own;
        }

        value = (byte)number;
        return number <= byte.MaxValue;
    }

    /// <summary>Adds a number from 0 to 255, for which there is room.</summary>
    public void Add(byte value)
    {
        if (doubles is null)
        {
            bytes[Count++] = value;
        }
        else
        {
            doubles[Count++] = value;
        }
    }

    /// <summary>Adds a number, for which there is room.</summary>
    public void Add(double value)
    {
        if (doubles is null)
        {
            doubles = new double[bytes.Length];
            for (var i = 0; i < Count; i++)
            {
                doubles[i] = bytes[i];
            }

            bytes = [];
        }

        doubles[Count++] = value;
    }

    /// <summary>Takes back what has been added last.</summary>
    /// <param name="count">How many numbers there were before.</param>
    public void Return(int count) => Count = count;

    /// <summary>One number.</summary>
    public double At(int index) => doubles is null ? bytes[index] : doubles[index];

    /// <summary>The numbers as features.</summary>
    public Features ToFeatures()
    {
        if (doubles is null)
        {
            Array.Resize(ref bytes, Count);
            return new ByteFeatures(ImmutableCollectionsMarshal.AsImmutableArray(bytes), width);
        }

        Array.Resize(ref doubles, Count);
        return new RealFeatures(ImmutableCollectionsMarshal.AsImmutableArray(doubles), width);
    }
}
