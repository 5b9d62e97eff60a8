namespace Functional.Experiments;

using System;
using System.Buffers.Binary;
using System.IO;
using System.Runtime.CompilerServices;
using Functional.Numerics;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Matrices as the bytes of a safetensors file, row after row, and back.</summary>
internal static class TensorNumbers
{
    /// <summary>The format's name of the elements.</summary>
    public static string TypeOf<T>() => typeof(T) == typeof(double) ? "F64" : "F32";

    /// <summary>Writes a matrix row after row.</summary>
    public static void Write<T>(Stream stream, Matrix<T> values)
        where T : struct, IFloatingPointIeee754<T>
    {
        var (rows, columns) = (values.RowCount, values.ColumnCount);
        var numbers = values.Numbers;
        var row = new byte[columns * Unsafe.SizeOf<T>()];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                var number = numbers[(j * rows) + i];
                if (typeof(T) == typeof(float))
                {
                    BinaryPrimitives.WriteSingleLittleEndian(row.AsSpan(j * sizeof(float)), Unsafe.BitCast<T, float>(number));
                }
                else
                {
                    BinaryPrimitives.WriteDoubleLittleEndian(row.AsSpan(j * sizeof(double)), Unsafe.BitCast<T, double>(number));
                }
            }

            stream.Write(row);
        }
    }

    /// <summary>Reads a matrix that is written row after row in the given elements, which the type here represents exactly.</summary>
    /// <param name="stream">Stands at the first number.</param>
    /// <param name="type">F16, BF16, F32 or F64.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    public static Matrix<T> Read<T>(Stream stream, string type, int rows, int columns)
        where T : struct, IFloatingPointIeee754<T>
    {
        var size = type switch
        {
            "F16" or "BF16" => sizeof(ushort),
            "F32" => sizeof(float),
            "F64" => sizeof(double),
            _ => throw new ArgumentException($"There are no numbers of {type}.", nameof(type)),
        };
        var numbers = new T[rows * columns];
        var row = new byte[columns * size];
        for (var i = 0; i < rows; i++)
        {
            stream.ReadExactly(row);
            for (var j = 0; j < columns; j++)
            {
                numbers[(j * rows) + i] = Number<T>(row.AsSpan(j * size, size), type);
            }
        }

        return Dense.Matrix(rows, columns, numbers);
    }

    private static T Number<T>(ReadOnlySpan<byte> bytes, string type)
        where T : struct, IFloatingPointIeee754<T> => type switch
        {
            "F32" => T.CreateTruncating(BinaryPrimitives.ReadSingleLittleEndian(bytes)),
            "F64" => T.CreateTruncating(BinaryPrimitives.ReadDoubleLittleEndian(bytes)),
            "F16" => T.CreateTruncating(BinaryPrimitives.ReadHalfLittleEndian(bytes)),

            // The upper half of a number in single precision.
            _ => T.CreateTruncating(BitConverter.Int32BitsToSingle(BinaryPrimitives.ReadUInt16LittleEndian(bytes) << 16)),
        };
}
