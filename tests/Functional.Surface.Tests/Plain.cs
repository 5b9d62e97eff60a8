namespace Functional.Surface.Tests;

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Types that are no library's: what is made of nothing, and what is made of parts.</summary>
internal static class Plain
{
    private static readonly System.Collections.Generic.HashSet<Type> Simple =
    [
        typeof(bool), typeof(byte), typeof(sbyte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong), typeof(char), typeof(float), typeof(double),
        typeof(decimal), typeof(string), typeof(object), typeof(TimeSpan), typeof(DateTimeOffset), typeof(DateTime), typeof(CancellationToken), typeof(Stream), typeof(TextReader), typeof(TextWriter), typeof(CultureInfo),
        typeof(Matrix<float>), typeof(Matrix<double>), typeof(Vector<float>), typeof(Vector<double>), typeof(void), typeof(TimeProvider), typeof(Type), typeof(LanguageExt.Unit),
    ];

    private static readonly System.Collections.Generic.HashSet<Type> Compound =
    [
        typeof(Nullable<>), typeof(IEnumerable<>), typeof(IReadOnlyList<>), typeof(IReadOnlyCollection<>), typeof(ICollection<>), typeof(IList<>), typeof(List<>), typeof(ImmutableArray<>), typeof(Seq<>),
        typeof(Option<>), typeof(Span<>), typeof(ReadOnlySpan<>), typeof(Memory<>), typeof(ReadOnlyMemory<>),
        typeof(IReadOnlyDictionary<,>), typeof(IDictionary<,>), typeof(Dictionary<,>), typeof(Either<,>), typeof(Validation<,>),
        typeof(ValueTuple<>), typeof(ValueTuple<,>), typeof(ValueTuple<,,>), typeof(ValueTuple<,,,>), typeof(ValueTuple<,,,,>), typeof(Tuple<,>),
    ];

    /// <summary>Whether a value of the type can be made without calling the library, apart from its parts.</summary>
    public static bool Makes(Type type) => Simple.Contains(type) || type.IsEnum || Parts(type) is not null;

    /// <summary>The types that a type is made of; null where it is not made of others.</summary>
    public static IEnumerable<Type>? Parts(Type type) => type switch
    {
        { IsArray: true } => [type.GetElementType()!],
        { IsGenericType: true } when Compound.Contains(type.GetGenericTypeDefinition()) => type.GetGenericArguments(),
        _ when typeof(Delegate).IsAssignableFrom(type) && type != typeof(Delegate) && type != typeof(MulticastDelegate) =>
            Delegates.IsPossible(type) ? Returned(type) : null,
        _ => null,
    };

    private static IEnumerable<Type> Returned(Type type) => new[] { type.GetMethod("Invoke")!.ReturnType }.Where(returned => returned != typeof(void) && !returned.IsGenericParameter);
}
