namespace Functional.Experiments;

using System;
using System.Runtime.CompilerServices;
using Functional.Numerics;
using MathNet.Numerics.LinearAlgebra;

/// <summary>A named matrix as bits, whatever its numbers are, column after column.</summary>
internal sealed class TensorBits
{
    private readonly ulong[] bits;

    /// <summary>A matrix as bits.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="precision">What its numbers are.</param>
    /// <param name="bits">Its numbers' IEEE 754 bits, column after column.</param>
    public TensorBits(string name, int rows, int columns, Precision precision, ulong[] bits)
    {
        Name = name;
        Rows = rows;
        Columns = columns;
        Precision = precision;
        this.bits = bits;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The number of rows.</summary>
    public int Rows { get; }

    /// <summary>The number of columns.</summary>
    public int Columns { get; }

    /// <summary>What its numbers are.</summary>
    public Precision Precision { get; }

    /// <summary>Its numbers' bits, column after column.</summary>
    public ReadOnlySpan<ulong> Bits => bits;

    /// <summary>Its precision and shape in words: "single 48 × 64".</summary>
    public string Form => $"{Names.Precisions.NameOf(Precision).IfNone($"{Precision}")} {Rows} × {Columns}";

    /// <summary>A matrix as bits.</summary>
    public static TensorBits Of<T>(string name, Matrix<T> values)
        where T : struct, IFloatingPointIeee754<T>
    {
        var numbers = values.Numbers;
        var all = new ulong[numbers.Length];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = typeof(T) == typeof(float) ? Unsafe.BitCast<T, uint>(numbers[i]) : Unsafe.BitCast<T, ulong>(numbers[i]);
        }

        return new(name, values.RowCount, values.ColumnCount, typeof(T) == typeof(float) ? Precision.Single : Precision.Double, all);
    }
}
