namespace Functional.Numerics.Expressions;

using System;
using System.Collections.Generic;
using System.Linq;

/// <summary>The names that stand in formulas.</summary>
internal static class FormulaNames
{
    /// <summary>π, the only constant with a name.</summary>
    public const string Pi = "pi";

    /// <summary>The choice.</summary>
    public const string Where = "where";

    /// <summary>Functions of one number.</summary>
    public static IReadOnlyDictionary<string, UnaryFunction> Unary { get; } = Enum.GetValues<UnaryFunction>()
        .Where(function => function != UnaryFunction.Negate)
        .ToDictionary(Of, function => function, StringComparer.Ordinal);

    /// <summary>Functions of two numbers that have names, not signs.</summary>
    public static IReadOnlyDictionary<string, BinaryFunction> Binary { get; } = new[] { BinaryFunction.Max, BinaryFunction.Min }
        .ToDictionary(Of, function => function, StringComparer.Ordinal);

    /// <summary>All names that no variable can have, in words.</summary>
    public static string Reserved { get; } = $"{Functions}, {Pi}";

    /// <summary>All functions in words.</summary>
    public static string Functions => string.Join(", ", Unary.Keys.Concat(Binary.Keys).Append(Where));

    /// <summary>The name of a function.</summary>
    public static string Of<TFunction>(TFunction function)
        where TFunction : struct, Enum => function.ToString().ToLowerInvariant();

    /// <summary>Whether a function or constant has the name.</summary>
    public static bool IsReserved(string name) => Unary.ContainsKey(name) || Binary.ContainsKey(name) || name is Where or Pi;

    /// <summary>Whether a variable may have the name.</summary>
    public static bool IsVariable(string name) => name is { Length: > 0 } && IsStart(name[0]) && name.All(IsPart) && !IsReserved(name);

    /// <summary>Whether a name may begin with the character.</summary>
    public static bool IsStart(char character) => char.IsLetter(character) || character == '_';

    /// <summary>Whether the character may stand within a name.</summary>
    public static bool IsPart(char character) => char.IsLetterOrDigit(character) || character == '_';
}
