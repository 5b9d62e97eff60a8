namespace Functional.Experiments;

using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using Functional.Networks;
using Functional.Numerics;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Matrices on a pipe between processes of one machine: the bits as they lie in memory.</summary>
internal static class GrainMessages
{
    /// <summary>The message that begins a step: key and parameters follow.</summary>
    public const byte Begin = 1;

    /// <summary>The message that carries grains through a stretch: the stretch, the grains' numbers and their inputs follow.</summary>
    public const byte Forward = 2;

    /// <summary>The message that carries grains back: the stretch, the grains' numbers and their gradients follow.</summary>
    public const byte Backward = 3;

    /// <summary>Writes a matrix.</summary>
    public static void Write<T>(this BinaryWriter writer, Matrix<T> matrix)
        where T : struct, System.Numerics.IFloatingPointIeee754<T>
    {
        writer.Write(matrix.RowCount);
        writer.Write(matrix.ColumnCount);
        writer.Write(MemoryMarshal.AsBytes(matrix.Numbers));
    }

    /// <summary>Reads a matrix.</summary>
    public static Matrix<T> ReadMatrix<T>(this BinaryReader reader)
        where T : struct, System.Numerics.IFloatingPointIeee754<T>
    {
        var (rows, columns) = (reader.ReadInt32(), reader.ReadInt32());
        var numbers = new T[rows * columns];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return Dense.Matrix(rows, columns, numbers);
    }

    /// <summary>Writes matrices, their number first.</summary>
    public static void Write<T>(this BinaryWriter writer, Matrix<T>[] matrices)
        where T : struct, System.Numerics.IFloatingPointIeee754<T>
    {
        writer.Write(matrices.Length);
        foreach (var matrix in matrices)
        {
            writer.Write(matrix);
        }
    }

    /// <summary>Reads matrices.</summary>
    public static Matrix<T>[] ReadMatrices<T>(this BinaryReader reader)
        where T : struct, System.Numerics.IFloatingPointIeee754<T>
    {
        var matrices = new Matrix<T>[reader.ReadInt32()];
        for (var i = 0; i < matrices.Length; i++)
        {
            matrices[i] = reader.ReadMatrix<T>();
        }

        return matrices;
    }

    /// <summary>Writes the values of parameters; names and roles are known on the other side.</summary>
    public static void Write<T>(this BinaryWriter writer, Parameters<T> parameters)
        where T : struct, System.Numerics.IFloatingPointIeee754<T> => writer.Write(parameters.Entries.Select(entry => entry.Values).ToArray());

    /// <summary>Reads parameters of the names and roles of others.</summary>
    public static Parameters<T> ReadParameters<T>(this BinaryReader reader, Parameters<T> like)
        where T : struct, System.Numerics.IFloatingPointIeee754<T>
    {
        var values = reader.ReadMatrices<T>();
        var place = 0;
        return like.Map((_, _) => values[place++]);
    }
}
