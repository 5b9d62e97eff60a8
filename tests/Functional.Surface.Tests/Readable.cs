namespace Functional.Surface.Tests;

using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Types and values as people read them.</summary>
internal static class Readable
{
    private const int Longest = 100;

    /// <summary>A type with its arguments and the types that it lies in.</summary>
    public static string Of(Type type)
    {
        if (type.IsArray)
        {
            return $"{Of(type.GetElementType()!)}[]";
        }

        var own = type.Name.Split('`')[0];
        var arguments = type.GetGenericArguments();
        var outer = type.DeclaringType is { } declaring && !type.IsGenericParameter ? $"{declaring.Name.Split('`')[0]}." : string.Empty;
        return outer + (arguments.Length == 0 ? own : $"{own}<{string.Join(", ", arguments.Select(Of))}>");
    }

    /// <summary>A plain value.</summary>
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => $"\"{Short(text)}\"",
        Array { Length: > 12 } array => $"{Of(array.GetType().GetElementType()!)}[{array.Length}]",
        Array array => $"[{string.Join(", ", array.Cast<object?>().Select(Of))}]",
        Matrix<double> matrix => $"{matrix.RowCount}×{matrix.ColumnCount} {Of(matrix.ToColumnMajorArray())}",
        Matrix<float> matrix => $"{matrix.RowCount}×{matrix.ColumnCount} {Of(matrix.ToColumnMajorArray())}",
        Vector<double> vector => Of(vector.ToArray()),
        Vector<float> vector => Of(vector.ToArray()),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        float number => $"{number.ToString("R", CultureInfo.InvariantCulture)}f",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable => Of(value.GetType()),
        _ => value.ToString() ?? string.Empty,
    };

    private static string Short(string text) => string.Concat((text.Length <= Longest ? text : $"{text[..20]}… ({text.Length} letters)").Select(letter =>
        char.IsControl(letter) || char.IsSurrogate(letter) ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}") : letter.ToString()));
}
