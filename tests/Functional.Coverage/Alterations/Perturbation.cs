namespace Functional.Coverage.Alterations;

using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Linq.Expressions;
using System.Reflection;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Values that differ a little from given ones.</summary>
internal static class Perturbation
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
    private const BindingFlags Helpers = BindingFlags.Static | BindingFlags.NonPublic;
    private const int Deepest = 8;

    /// <summary>A value that differs a little from a given one; false where there is nothing that could differ.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">The type that it is declared with.</param>
    /// <param name="changed">The other value.</param>
    public static bool TryOf(object? value, Type type, out object? changed) => TryOf(value, type, 0, out changed);

    private static bool TryOf(object? value, Type type, int depth, out object? changed)
    {
        changed = value switch
        {
            bool it => !it,
            byte it => unchecked((byte)(it + 1)),
            sbyte it => unchecked((sbyte)(it + 1)),
            short it => unchecked((short)(it + 1)),
            ushort it => unchecked((ushort)(it + 1)),
            int it => unchecked(it + 1),
            uint it => unchecked(it + 1),
            long it => unchecked(it + 1),
            ulong it => unchecked(it + 1),
            UInt128 it => unchecked(it + 1),
            char it => (char)(it + 1),
            decimal it => it + 1,
            double it => double.IsFinite(it) ? it + (1e-3 * Math.Max(Math.Abs(it), 1)) : 0.5,
            float it => float.IsFinite(it) ? it + (1e-3f * Math.Max(Math.Abs(it), 1)) : 0.5f,
            string it => it + "?",
            TimeSpan it => it + TimeSpan.FromSeconds(1),
            Enum it => Next(it),
            Delegate it => Called(it),
            Array it => First(it, depth),
            null when type == typeof(string) => "?",
            null when Nullable.GetUnderlyingType(type) is { } inner => Activator.CreateInstance(inner),
            _ => null,
        };
        if (changed is not null || value is null || depth > Deepest)
        {
            return changed is not null;
        }

        changed = Of(value, depth) ?? Sequence(value, type, depth) ?? Parts(value, depth);
        return changed is not null;
    }

    private static Enum Next(Enum value)
    {
        var all = Enum.GetValues(value.GetType());
        return (Enum)all.GetValue((Array.IndexOf(all, value) + 1) % all.Length)!;
    }

    private static object? Of(object value, int depth)
    {
        for (var type = value.GetType(); type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && Helper(type.GetGenericTypeDefinition()) is { } helper)
            {
                return helper.MakeGenericMethod(type.GetGenericArguments()).Invoke(null, [value, depth]);
            }
        }

        return null;
    }

    private static MethodInfo? Helper(Type type) =>
        type == typeof(Matrix<>) ? typeof(Perturbation).GetMethod(nameof(OfMatrix), Helpers)
        : type == typeof(Vector<>) ? typeof(Perturbation).GetMethod(nameof(OfVector), Helpers)
        : type == typeof(Option<>) ? typeof(Perturbation).GetMethod(nameof(OfOption), Helpers)
        : type == typeof(Either<,>) ? typeof(Perturbation).GetMethod(nameof(OfEither), Helpers)
        : type == typeof(Seq<>) ? typeof(Perturbation).GetMethod(nameof(OfSeq), Helpers)
        : null;

    private static Matrix<T>? OfMatrix<T>(Matrix<T> value, int depth)
        where T : struct, IEquatable<T>, IFormattable
    {
        var copy = value.Clone();
        if (copy.RowCount * copy.ColumnCount == 0 || !TryOf(copy[0, 0], typeof(T), depth + 1, out var changed))
        {
            return null;
        }

        copy[0, 0] = (T)changed!;
        return copy;
    }

    private static Vector<T>? OfVector<T>(Vector<T> value, int depth)
        where T : struct, IEquatable<T>, IFormattable
    {
        var copy = value.Clone();
        if (copy.Count == 0 || !TryOf(copy[0], typeof(T), depth + 1, out var changed))
        {
            return null;
        }

        copy[0] = (T)changed!;
        return copy;
    }

    private static Option<T> OfOption<T>(Option<T> value, int depth) =>
        value.Match(Some: held => TryOf(held, typeof(T), depth + 1, out var changed) ? Option<T>.Some((T)changed!) : Option<T>.None, None: () => Blank<T>() is { } blank ? Option<T>.Some(blank) : Option<T>.None);

    private static Either<TLeft, TRight>? OfEither<TLeft, TRight>(Either<TLeft, TRight> value, int depth)
    {
        var (held, type) = value.IsRight ? ((object?)value.RightAsEnumerable().First(), typeof(TRight)) : (value.LeftAsEnumerable().First(), typeof(TLeft));
        return !TryOf(held, type, depth + 1, out var changed) ? null : value.IsRight ? Prelude.Right<TLeft, TRight>((TRight)changed!) : Prelude.Left<TLeft, TRight>((TLeft)changed!);
    }

    private static Seq<T> OfSeq<T>(Seq<T> value, int depth) => Prelude.Seq((T[])First(value.ToArray(), depth));

    private static T? Blank<T>() => typeof(T).IsValueType ? default : typeof(T) == typeof(string) ? (T)(object)"?" : default;

    /// <summary>A list with another first entry, or without it.</summary>
    private static Array First(Array value, int depth)
    {
        var element = value.GetType().GetElementType()!;
        if (value.Rank != 1)
        {
            var own = (Array)value.Clone();
            var origin = new int[value.Rank];
            if (own.Length > 0 && TryOf(own.GetValue(origin), element, depth + 1, out var entry))
            {
                own.SetValue(entry, origin);
            }

            return own;
        }

        if (value.Length == 0)
        {
            return Array.CreateInstance(element, 1);
        }

        if (TryOf(value.GetValue(0), element, depth + 1, out var changed))
        {
            var copy = (Array)value.Clone();
            copy.SetValue(changed, 0);
            return copy;
        }

        var rest = Array.CreateInstance(element, value.Length - 1);
        Array.Copy(value, 1, rest, 0, rest.Length);
        return rest;
    }

    /// <summary>What a declared interface of a list or dictionary is satisfied with.</summary>
    private static object? Sequence(object value, Type type, int depth)
    {
        if (!type.IsInterface || !type.IsGenericType || value is not IEnumerable)
        {
            return null;
        }

        var arguments = type.GetGenericArguments();
        var name = arguments switch
        {
            [_] when type.GetGenericTypeDefinition() == typeof(IEnumerable<>) => nameof(OfLazy),
            [_] when type.IsAssignableFrom(arguments[0].MakeArrayType()) => nameof(OfList),
            [_, _] when type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) => nameof(OfDictionary),
            _ => null,
        };
        return name is null ? null : typeof(Perturbation).GetMethod(name, Helpers)!.MakeGenericMethod(arguments).Invoke(null, [value, depth]);
    }

    private static IEnumerable<T> OfLazy<T>(IEnumerable<T> value, int depth)
    {
        var first = true;
        foreach (var each in value)
        {
            if (!first)
            {
                yield return each;
            }
            else if (TryOf(each, typeof(T), depth + 1, out var changed))
            {
                yield return (T)changed!;
            }

            first = false;
        }

        if (first)
        {
            yield return default!;
        }
    }

    private static Array OfList<T>(IEnumerable<T> value, int depth) => First(value.ToArray(), depth);

    private static Dictionary<TKey, TValue> OfDictionary<TKey, TValue>(IReadOnlyDictionary<TKey, TValue> value, int depth)
        where TKey : notnull
    {
        var copy = value.ToDictionary(pair => pair.Key, pair => pair.Value);
        if (copy.Count > 0)
        {
            var (key, held) = copy.First();
            copy.Remove(key);
            if (TryOf(held, typeof(TValue), depth + 1, out var changed))
            {
                copy[key] = (TValue)changed!;
            }
        }

        return copy;
    }

    /// <summary>A record or structure that differs in the first of its fields that can differ.</summary>
    private static object? Parts(object value, int depth)
    {
        var whole = value.GetType();
        if (value is Type or MemberInfo or Exception || (whole.Namespace is "System" or "System.Threading" && !whole.IsGenericType))
        {
            return null;
        }

        for (var type = whole; type is not null && type != typeof(object) && type != typeof(ValueType); type = type.BaseType)
        {
            foreach (var field in type.GetFields(Own))
            {
                if (TryOf(field.GetValue(value), field.FieldType, depth + 1, out var changed))
                {
                    var copy = typeof(object).GetMethod("MemberwiseClone", Own)!.Invoke(value, null)!;
                    field.SetValue(copy, changed);
                    return copy;
                }
            }
        }

        return null;
    }

    /// <summary>A function whose result differs.</summary>
    private static Delegate? Called(Delegate value)
    {
        var invoke = value.GetType().GetMethod("Invoke")!;
        if (invoke.ReturnType == typeof(void) || invoke.GetParameters().Any(parameter => parameter.ParameterType.IsByRefLike || parameter.ParameterType.IsByRef))
        {
            return null;
        }

        var parameters = invoke.GetParameters().Select(parameter => Expression.Parameter(parameter.ParameterType)).ToArray();
        var result = Expression.Convert(Expression.Call(((Func<object?, Type, object?>)Returned).Method, Expression.Convert(Expression.Invoke(Expression.Constant(value), parameters), typeof(object)), Expression.Constant(invoke.ReturnType)), invoke.ReturnType);
        return Expression.Lambda(value.GetType(), result, parameters).Compile();
    }

    private static object? Returned(object? value, Type type) => TryOf(value, type, 0, out var changed) ? changed : value;
}
