namespace Functional.Surface.Tests;

using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;

/// <summary>
/// Makes the arguments of one call. Most are such as fit together: the sizes of a call are mostly all equal, numbers lie mostly from 0 to 1. In some
/// calls some arguments are wild: null, empty, negative, huge, not a number, of another shape.
/// </summary>
internal sealed class Making
{
    private const int Deepest = 4;
    private const int Tries = 6;
    private const int MostMade = 400;

    private static readonly int[] WildIntegers = [-1, 0, -2, 97, int.MinValue, 65_536, int.MaxValue];

    /// <summary>How many of these are no mistake but much to do for a member that does something so many times.</summary>
    private const int Huge = 2;
    private static readonly long[] WildLongs = [-1, 0, long.MinValue, long.MaxValue, int.MaxValue, 1L << 40];

    private static readonly double[] WildNumbers =
    [
        0, -0.0, 1, -1, 0.5, -0.5, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, -double.Epsilon, double.MaxValue, double.MinValue, 1e-300, 1e300, 1e-40, 3.5e38,
    ];

    private static readonly string[] WildTexts =
    [
        string.Empty, " ", "\r\n", "ı İ ß Ä", "１２", "1,5", "-0", "1e400", "NaN", "\0", "\ud800", "{}", "[]", "null", "\"", "../x", "((((", "x ^ ^", "1/0", "-", new string('a', 5000), new string('(', 3000),
        new string('[', 3000), new string('-', 3000) + "x", "9999999999999999999999", "-2147483649",
    ];

    private static readonly string[] Texts =
    [
        "a", "b", "x", "y", "weights", "bias", "0.weights", "mean", "label", "1", "2", "0.5", "relu", "tanh", "adam", "digits", "cosine", "x * sigmoid(1.702 * x)", "sqrt(1 + (output - target)^2) - 1", "exp(x)", "x",
    ];

    private static readonly MethodInfo[] Builders = typeof(Builder).GetMethods(BindingFlags.Public | BindingFlags.Static);

    private static readonly ConcurrentDictionary<Type, Caller?> Copiers = new();

    private readonly Draw draw;
    private readonly Producers producers;
    private readonly IScratch scratch;
    private readonly double wildness;
    private readonly int size;
    private readonly int samples;
    private readonly bool isTold;
    private int made;
    private bool isPatient = true;

    public Making(Draw draw, Producers producers, IScratch scratch, bool isTold)
    {
        (this.draw, this.producers, this.scratch, this.isTold) = (draw, producers, scratch, isTold);
        wildness = draw.Pick(0, 0, 0, 0, 0, 0.1, 0.1, 0.1, 0.4, 0.4);
        size = 1 + draw.Below(4);
        samples = draw.Chance(0.7) ? size : 1 + draw.Below(5);
    }

    /// <summary>Whether every number that was made is finite and of a size that no sum overflows.</summary>
    public bool IsModerate { get; private set; } = true;

    /// <summary>Whether nothing wild was made.</summary>
    public bool IsTame { get; private set; } = true;

    /// <summary>Whether a type among the arguments tells when what it computes is no number, as operations on numbers do.</summary>
    public bool TellsOfNaN { get; private set; }

    /// <summary>A value of a parameter.</summary>
    /// <exception cref="UnmadeException">The library would not give one.</exception>
    public Made Of(Member.Slot slot, int depth = 0)
    {
        if (slot.IsOut)
        {
            return new(null, "out");
        }

        if (slot.IsNullable && draw.Chance(0.4))
        {
            return new(null, "null");
        }

        return Of(slot.Type, slot.Name, depth);
    }

    /// <summary>A value of a type.</summary>
    /// <exception cref="UnmadeException">The library would not give one.</exception>
    public Made Of(Type type, string name, int depth = 0)
    {
        var isWild = draw.Chance(wildness);
        if (++made > MostMade)
        {
            throw new UnmadeException("too many values");
        }

        if (isWild && (!type.IsValueType || Callers.IsSpan(type)) && draw.Chance(0.35))
        {
            IsTame = false;
            return Callers.IsSpan(type) ? Nothing(type.GetGenericArguments()[0]) : new(null, "null");
        }

        return Simple(type, name, isWild) is { } simple ? Told(simple.Value) : Compound(type, name, isWild, depth) ?? Produced(type, depth);
    }

    /// <summary>A call of a member, on an instance where it takes one.</summary>
    /// <exception cref="UnmadeException">The library would not give the instance or an argument.</exception>
    public (object? Instance, object?[] Arguments, string Text) Call(Member member, int depth = 0)
    {
        isPatient &= !string.Equals(member.Declaring.Namespace, "Functional.Verification", StringComparison.Ordinal);
        var instance = !member.TakesInstance ? default : member.IsInitialiser ? Own(Instance(member.Declaring, depth)) : Instance(member.Declaring, depth);
        var arguments = member.Parameters.Select(parameter => Of(parameter, depth)).ToArray();
        var text = isTold ? $"{(member.TakesInstance ? $"{instance.Text}." : $"{Readable.Of(member.Declaring)}.")}{Call()}({string.Join(", ", arguments.Select(argument => argument.Text))})" : string.Empty;
        return (instance.Value, [.. arguments.Select(argument => argument.Value)], text);

        string Call() => member.Method is ConstructorInfo ? "new" : member.Method.Name;
    }

    private Made Told(object? value) => new(value, isTold ? Readable.Of(value) : string.Empty);

    private static Made Nothing(Type element) => new(Array.CreateInstance(element, 0), "[]");

    private Made Instance(Type type, int depth)
    {
        // Nobody can call a member of null.
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (Of(type, "instance", depth) is { Value: not null } instance)
            {
                return instance;
            }
        }

        throw new UnmadeException($"no {Readable.Of(type)}");
    }

    /// <summary>
    /// A copy that nobody else holds, as a program's <c>with</c> makes it: what a property or a constructor's argument handed out is shared, and initialisers would
    /// change it for everyone.
    /// </summary>
    private static Made Own(Made shared)
    {
        var type = shared.Value!.GetType();
        return type.IsValueType
            ? shared with { Value = RuntimeHelpers.GetObjectValue(shared.Value) }
            : Copiers.GetOrAdd(type, static own => own.GetMethod("<Clone>$") is { } copy ? Callers.For(copy) : null) is { } copier
                ? shared with { Value = copier(shared.Value, []) }
                : throw new UnmadeException($"{Readable.Of(type)} has initialisers, but there is no copy of it");
    }

    private int Size() => draw.Chance(0.8) ? size : draw.Below(6);

    private int Integer(bool isWild)
    {
        IsTame &= !isWild;
        return isWild ? draw.Pick(isPatient ? WildIntegers : WildIntegers[..^Huge]) : draw.Chance(0.6) ? size : draw.Below(5);
    }

    private double Number(bool isWild)
    {
        var number = isWild ? draw.Pick(WildNumbers) : draw.Below(8) switch
        {
            0 => 0.5,
            1 => 1,
            2 => 0.1,
            3 => 1 + draw.Unit(),
            _ => draw.Unit(),
        };
        IsTame &= !isWild;
        IsModerate &= double.IsFinite(number) && Math.Abs(number) <= 1e6 && (number == 0 || Math.Abs(number) > 1e-6);
        return number;
    }

    private double Entry(bool isWild) => isWild ? Number(draw.Chance(0.2)) : draw.Below(6) switch
    {
        0 => 0,
        1 => 1,
        2 => draw.Unit(),
        _ => (4 * draw.Unit()) - 2,
    };

    private (object? Value, bool)? Simple(Type type, string name, bool isWild)
    {
        if (type.IsEnum)
        {
            IsTame &= !isWild;
            return (isWild ? Enum.ToObject(type, draw.Pick(-1, 99)) : draw.Pick(Enum.GetValues(type).Cast<object>().ToList()), true);
        }

        return Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => (draw.Chance(0.5), true),
            TypeCode.Byte => ((byte)draw.Below(isWild ? 256 : 5), true),
            TypeCode.SByte => ((sbyte)draw.Below(isWild ? 256 : 5), true),
            TypeCode.Int16 => ((short)Integer(isWild), true),
            TypeCode.UInt16 => ((ushort)Integer(isWild), true),
            TypeCode.Int32 => (Integer(isWild), true),
            TypeCode.UInt32 => ((uint)Integer(isWild), true),
            TypeCode.Int64 => (isWild ? Wild(draw.Pick(WildLongs)) : Integer(isWild: false), true),
            TypeCode.UInt64 => (isWild ? draw.Bits() : (ulong)draw.Below(10), true),
            TypeCode.Char => (draw.Pick((isWild ? "\0\ud800\"\nı" : "abc,;1").ToCharArray()), true),
            TypeCode.Single => ((float)Number(isWild), true),
            TypeCode.Double => (Number(isWild), true),
            TypeCode.Decimal => ((decimal)draw.Below(10), true),
            TypeCode.String => (Text(name, isWild), true),
            _ when type == typeof(object) => (draw.Pick<object>(1, "text", 0.5), true),
            _ when type == typeof(TimeSpan) => (isWild ? draw.Pick(TimeSpan.Zero, TimeSpan.MinValue, TimeSpan.MaxValue, TimeSpan.FromSeconds(-1)) : TimeSpan.FromSeconds(draw.Below(9)), true),
            _ when type == typeof(DateTimeOffset) => (DateTimeOffset.UnixEpoch.AddSeconds(draw.Below(100_000)), true),
            _ when type == typeof(DateTime) => (DateTime.UnixEpoch.AddSeconds(draw.Below(100_000)), true),
            _ when type == typeof(CancellationToken) => (new CancellationToken(isWild), true),
            _ when type == typeof(CultureInfo) => (CultureInfo.InvariantCulture, true),
            _ when type == typeof(Stream) => (Expandable(Octets(isWild)), true),
            _ when type == typeof(TextReader) => (new StringReader(Text("text", isWild) ?? string.Empty), true),
            _ when type == typeof(TextWriter) => (new StringWriter(CultureInfo.InvariantCulture), true),
            _ when type == typeof(TimeProvider) => (TimeProvider.System, true),
            _ when type == typeof(Type) => (typeof(double), true),
            _ when type == typeof(LanguageExt.Unit) => (LanguageExt.Unit.Default, true),
            _ when type == typeof(Matrix<double>) => (Matrix(isWild, number => number), true),
            _ when type == typeof(Matrix<float>) => (Matrix(isWild, number => (float)number), true),
            _ when type == typeof(Vector<double>) => (Vector(isWild, number => number), true),
            _ when type == typeof(Vector<float>) => (Vector(isWild, number => (float)number), true),
            _ => null,
        };

        long Wild(long value)
        {
            IsTame = false;
            return value;
        }
    }

    private static MemoryStream Expandable(byte[] octets)
    {
        var stream = new MemoryStream();
        stream.Write(octets);
        stream.Position = 0;
        return stream;
    }

    private byte[] Octets(bool isWild) => isWild || draw.Chance(0.5)
        ? [.. Enumerable.Range(0, draw.Below(40)).Select(_ => (byte)draw.Below(256))]
        : draw.Chance(0.5) ? Encoding.UTF8.GetBytes("a,b,label\n1,2,x\n3,4,y\n") : scratch.Sample(draw.Below(100));

    private string? Text(string name, bool isWild)
    {
        IsTame &= !isWild;
        if (IsPath(name))
        {
            return isWild && draw.Chance(0.3) ? "\0" : scratch.Path(draw.Below(1000));
        }

        var text = draw.Pick(isWild ? WildTexts : Texts);
        IsModerate &= !isWild;
        return text;
    }

    /// <summary>Whether a text is a place in the file system, which must lie in the temporary folder.</summary>
    private static bool IsPath(string name) => new[] { "path", "file", "folder", "directory", "output", "root" }.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase));

    private Matrix<T> Matrix<T>(bool isWild, Func<double, T> convert)
        where T : struct, IEquatable<T>, IFormattable
    {
        IsTame &= !isWild;
        var (rows, columns) = (Size(), samples);
        if (isWild && draw.Chance(0.5))
        {
            (rows, columns) = (draw.Below(6), draw.Below(6));
        }

        var values = Enumerable.Range(0, rows * columns).Select(_ => convert(Entry(isWild))).ToArray();
        return draw.Below(isWild ? 3 : 12) switch
        {
            1 => MathNet.Numerics.LinearAlgebra.Matrix<T>.Build.SparseOfColumnMajor(rows, columns, values),
            _ => MathNet.Numerics.LinearAlgebra.Matrix<T>.Build.Dense(rows, columns, values),
        };
    }

    private Vector<T> Vector<T>(bool isWild, Func<double, T> convert)
        where T : struct, IEquatable<T>, IFormattable
    {
        IsTame &= !isWild;
        var values = Enumerable.Range(0, isWild ? draw.Below(6) : Size()).Select(_ => convert(Entry(isWild))).ToArray();
        return draw.Below(isWild ? 3 : 12) == 1
            ? MathNet.Numerics.LinearAlgebra.Vector<T>.Build.SparseOfEnumerable(values)
            : MathNet.Numerics.LinearAlgebra.Vector<T>.Build.Dense(values);
    }

    private Made? Compound(Type type, string name, bool isWild, int depth)
    {
        if (typeof(Delegate).IsAssignableFrom(type))
        {
            return Delegates.IsPossible(type) ? new(Delegates.Of(type, Function(type, isWild, depth)), $"a function") : null;
        }

        if (type.IsArray)
        {
            return Built("ArrayOf", type.GetElementType()!);
        }

        if (!type.IsGenericType || !Plain.Makes(type))
        {
            return null;
        }

        var open = type.GetGenericTypeDefinition();
        var arguments = type.GetGenericArguments();
        return open switch
        {
            _ when open == typeof(Nullable<>) => draw.Chance(0.4) ? new(null, "null") : Of(arguments[0], name, depth),
            _ when open == typeof(Span<>) || open == typeof(ReadOnlySpan<>) => Built("ArrayOf", arguments[0]),
            _ when open == typeof(ImmutableArray<>) && isWild && draw.Chance(0.4) => Wild(new(Activator.CreateInstance(type), "default")),
            _ when open == typeof(Option<>) => draw.Chance(0.4) ? new(Activator.CreateInstance(type), "None") : Wrapped("Some", arguments[0]),
            _ when open == typeof(Either<,>) => draw.Chance(0.3) ? Wrapped("Left", arguments[0]) : Wrapped("Right", arguments[1]),
            _ when open == typeof(Validation<,>) => draw.Chance(0.3) ? Wrapped("Fail", arguments[0]) : Wrapped("Success", arguments[1]),
            _ when open.Name.StartsWith("ValueTuple", StringComparison.Ordinal) || open == typeof(Tuple<,>) => Tuple(),
            _ when arguments.Length == 2 => Entries(),
            _ => Built(open.Name.Split('`')[0] switch { "Seq" => "SeqOf", "ImmutableArray" => "ImmutableOf", "Memory" => "MemoryOf", "ReadOnlyMemory" => "ReadOnlyMemoryOf", "List" or "IList" or "ICollection" => "ListOf", _ => "ArrayOf" }, arguments[0]),
        };

        Made Built(string builder, Type element)
        {
            var isNumbers = element == typeof(double) || element == typeof(float);
            var count = isWild ? draw.Below(6) : isNumbers && draw.Chance(0.4) ? size * samples : Size();
            IsTame &= !isWild;
            var entries = Enumerable.Range(0, count).Select(_ => isNumbers
                ? Told(element == typeof(double) ? Entry(isWild) : (object)(float)Entry(isWild))
                : Of(element, name, depth)).ToArray();
            return new(
                Build(builder, [element], entries.Select(entry => entry.Value).ToArray()),
                isTold ? $"[{string.Join(", ", entries.Select(entry => entry.Text))}]" : string.Empty);
        }

        Made Wild(Made own)
        {
            IsTame = false;
            return own;
        }

        Made Wrapped(string builder, Type inside)
        {
            var value = Unnulled(inside, name, depth);
            return new(Build(builder, arguments, value.Value!), isTold ? $"{builder}({value.Text})" : string.Empty);
        }

        static object? Build(string builder, Type[] types, object argument) =>
            Builders.Single(method => string.Equals(method.Name, builder, StringComparison.Ordinal)).MakeGenericMethod(types).Invoke(null, [argument]);

        Made Tuple()
        {
            var parts = arguments.Select(argument => Of(argument, name, depth)).ToArray();
            return new(Activator.CreateInstance(type, [.. parts.Select(part => part.Value)]), isTold ? $"({string.Join(", ", parts.Select(part => part.Text))})" : string.Empty);
        }

        Made Entries()
        {
            var dictionary = (System.Collections.IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments))!;
            for (var entry = draw.Below(3); entry > 0; entry--)
            {
                dictionary[Unnulled(arguments[0], name, depth).Value!] = Of(arguments[1], name, depth).Value;
            }

            return new(dictionary, $"a dictionary of {dictionary.Count}");
        }
    }

    private Made Unnulled(Type type, string name, int depth)
    {
        var value = Of(type, name, depth);
        return value.Value is null ? throw new UnmadeException("null cannot be wrapped") : value;
    }

    /// <summary>A function that mostly gives what fits: an argument that it got, or what the same seed gives each time.</summary>
    private Func<object?[], object?> Function(Type type, bool isWild, int depth)
    {
        var returned = type.GetMethod("Invoke")!.ReturnType;
        if (isWild && draw.Chance(0.5))
        {
            IsTame = false;
            return _ => throw new MarkerException();
        }

        if (returned == typeof(void))
        {
            return _ => null;
        }

        var hands = draw.Chance(0.7);

        // Null where a function's type does not allow it is a mistake of the caller's, who has the compiler's warning.
        var value = Unnulled(returned, "value", depth + 1).Value;
        return arguments => hands && arguments.LastOrDefault(argument => argument is not null && returned.IsInstanceOfType(argument)) is { } own ? own : value;
    }

    private Made Produced(Type type, int depth)
    {
        var ways = producers.For(type, depth >= Deepest);
        if (ways.Count == 0 && type.IsValueType)
        {
            TellsOfNaN |= Documentation.TellsOfNaN(type);
            return new(Activator.CreateInstance(type), $"default({Readable.Of(type)})");
        }

        if (ways.Count == 0)
        {
            throw new UnmadeException($"no {Readable.Of(type)}");
        }

        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var way = draw.Pick(ways);
            var (instance, arguments, text) = Call(way, depth + 1);
            object? value;
            try
            {
                value = way.Call(instance, arguments);
                foreach (var required in way.Required)
                {
                    required.Call(value, [Of(required.Parameters[0], depth + 1).Value]);
                }

                value = Taken(value, type);
            }
            catch (Exception exception) when (exception is not (UnmadeException or BrokenException))
            {
                if (Documentation.Allows(way, exception) is { } reason)
                {
                    throw new BrokenException(way, text, exception, reason);
                }

                continue;
            }

            if (value is not null)
            {
                TellsOfNaN |= Documentation.TellsOfNaN(value.GetType());
                return new(value, text);
            }
        }

        throw new UnmadeException($"no {Readable.Of(type)}");
    }

    /// <summary>What was asked for, out of a result that may be a fault or have several.</summary>
    private static object? Taken(object? value, Type type) => value switch
    {
        null => null,
        _ when type.IsInstanceOfType(value) => value,
        IEither either => either.MatchUntyped(right => right, left => left) is { } inside && type.IsInstanceOfType(inside) ? inside : null,
        IOptional { IsSome: true } optional => optional.MatchUntyped<object?>(some => some, () => type) is { } inside && type.IsInstanceOfType(inside) ? inside : null,
        System.Collections.IEnumerable several => several.Cast<object?>().FirstOrDefault() is { } first && type.IsInstanceOfType(first) ? first : null,
        _ => null,
    };

    /// <summary>Collections of boxed entries.</summary>
    private static class Builder
    {
        public static T[] ArrayOf<T>(object?[] entries) => [.. entries.Select(entry => (T)entry!)];

        public static Option<T> Some<T>(object value) => Prelude.Some((T)value);

        public static Either<TLeft, TRight> Left<TLeft, TRight>(object value) => Prelude.Left<TLeft, TRight>((TLeft)value);

        public static Either<TLeft, TRight> Right<TLeft, TRight>(object value) => Prelude.Right<TLeft, TRight>((TRight)value);

        public static Validation<TFail, TSuccess> Fail<TFail, TSuccess>(object value) => Prelude.Fail<TFail, TSuccess>((TFail)value);

        public static Validation<TFail, TSuccess> Success<TFail, TSuccess>(object value) => Prelude.Success<TFail, TSuccess>((TSuccess)value);

        public static List<T> ListOf<T>(object?[] entries) => [.. ArrayOf<T>(entries)];

        public static Seq<T> SeqOf<T>(object?[] entries) => ArrayOf<T>(entries).ToSeq().Strict();

        public static ImmutableArray<T> ImmutableOf<T>(object?[] entries) => [.. ArrayOf<T>(entries)];

        public static Memory<T> MemoryOf<T>(object?[] entries) => ArrayOf<T>(entries);

        public static ReadOnlyMemory<T> ReadOnlyMemoryOf<T>(object?[] entries) => ArrayOf<T>(entries);
    }
}
