namespace Functional.Surface.Tests;

using System;
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;

/// <summary>A number that tells whether a value, with all that it holds, is another one than before. It is good within one process.</summary>
internal sealed class Digest
{
    private const int MostEntries = 20_000;

    private static readonly ConcurrentDictionary<Type, FieldInfo[]> Known = new();

    private readonly Dictionary<object, int> seen = new(ReferenceEqualityComparer.Instance);
    private ulong sum = 14695981039346656037;

    private Digest()
    {
    }

    /// <summary>The number of a value.</summary>
    public static ulong Of(object? value)
    {
        var digest = new Digest();
        digest.Take(value);
        return digest.sum;
    }

    private static FieldInfo[] Fields(Type type) => Known.GetOrAdd(type, static own =>
    {
        var fields = new List<FieldInfo>();
        for (var at = own; at is not null && at != typeof(object) && at != typeof(ValueType); at = at.BaseType)
        {
            fields.AddRange(at.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly));
        }

        return [.. fields];
    });

    /// <summary>Whether a value is a program's own means rather than what it tells: a function, a lock, what is only computed when it is asked for.</summary>
    private static bool IsMeans(Type type) => typeof(Delegate).IsAssignableFrom(type) || typeof(MemberInfo).IsAssignableFrom(type) || type == typeof(object)
        || (type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true && !type.IsValueType && !typeof(IEnumerable).IsAssignableFrom(type));

    private void Add(ulong part) => sum = ((sum ^ part) * 1099511628211) ^ (sum >> 29);

    private void Add(string text)
    {
        foreach (var letter in text)
        {
            Add(letter);
        }
    }

    private void Take(object? value)
    {
        switch (value)
        {
            case null:
                Add(1);
                return;
            case string text:
                Add(text);
                return;
            case double number:
                Add(BitConverter.DoubleToUInt64Bits(number));
                return;
            case float number:
                Add(BitConverter.SingleToUInt32Bits(number));
                return;
        }

        var type = value.GetType();
        Add(type.FullName ?? type.Name);
        if (type.IsPrimitive || type.IsEnum || value is decimal or TimeSpan or DateTime or DateTimeOffset)
        {
            Add(value.ToString()!);
            return;
        }

        if (IsMeans(type))
        {
            return;
        }

        if (!type.IsValueType)
        {
            if (seen.TryGetValue(value, out var before))
            {
                Add((ulong)before);
                return;
            }

            seen[value] = seen.Count;
        }

        switch (value)
        {
            case Matrix<double> matrix:
                Take(matrix.ToColumnMajorArray());
                break;
            case Matrix<float> matrix:
                Take(matrix.ToColumnMajorArray());
                break;
            case Vector<double> vector:
                Take(vector.ToArray());
                break;
            case Vector<float> vector:
                Take(vector.ToArray());
                break;
            case IEnumerable several when value is ICollection || type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true || type.Namespace?.StartsWith("LanguageExt", StringComparison.Ordinal) == true:
                foreach (var entry in several.Cast<object?>().Take(MostEntries))
                {
                    Take(entry);
                }

                break;
            default:
                foreach (var field in Fields(type))
                {
                    Take(field.GetValue(value));
                }

                break;
        }
    }
}
