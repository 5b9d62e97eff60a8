namespace Functional.Testing;

using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

/// <summary>
/// Holds records to a law: what one is made with, it keeps. Where a constructor's parameter has the name and the type of a property, the property gives back the
/// argument; where the property can be set in a copy, the copy has the new value and every other property as before.
/// </summary>
/// <param name="make">Makes a value of a type that this does not know, another one for another number; null where there is none.</param>
public sealed class KeptArguments(Func<Type, int, object?> make)
{
    private const int Attempts = 300;

    // No two are alike, small shares and large numbers are among them, so that most ranges are met.
    private static readonly double[] Numbers = [0.11, 0.23, 0.37, 0.53, 0.71, 0.89, 1.3, 1.9, 2.7, 3.9, 5.3, 30.5];

    /// <summary>Which properties of a type do not keep what they should; null where no value of the type could be made, or where it has no such properties.</summary>
    /// <param name="type">The type.</param>
    public IReadOnlyList<string>? Violations(Type type)
    {
        var found = new List<string>();
        var isTried = false;
        foreach (var constructor in type.GetConstructors().Where(each => each.GetParameters().Length > 0))
        {
            var kept = constructor.GetParameters().Select(parameter => Property(type, parameter)).ToArray();
            if (kept.All(property => property is null) || Made(constructor, 0) is not var (value, arguments))
            {
                continue;
            }

            isTried = true;
            for (var i = 0; i < kept.Length; i++)
            {
                if (kept[i] is { } property && !Equals(property.GetValue(value), arguments[i]))
                {
                    found.Add($"{type.Name}.{property.Name} is {property.GetValue(value)}, not {arguments[i]}");
                }
            }

            found.AddRange(Copies(type, value, [.. kept.OfType<PropertyInfo>()], constructor));
        }

        return isTried ? found : null;
    }

    /// <summary>Sets each property in a copy.</summary>
    private IEnumerable<string> Copies(Type type, object value, PropertyInfo[] properties, ConstructorInfo constructor)
    {
        if (Made(constructor, Attempts) is not var (other, _))
        {
            yield break;
        }

        foreach (var property in properties.Where(each => each.SetMethod is { IsPublic: true }))
        {
            // A record class is copied by its own method, a structure by being boxed anew.
            var copy = type.GetMethod("<Clone>$")?.Invoke(value, null) ?? typeof(object).GetMethod("MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(value, null)!;
            if (!Equals(copy, value))
            {
                yield return $"a copy of {type.Name} is not equal to it";
            }

            property.SetValue(copy, property.GetValue(other));
            foreach (var each in properties)
            {
                var wanted = each.GetValue(each == property ? other : value);
                if (!Equals(each.GetValue(copy), wanted))
                {
                    yield return $"{type.Name} with another {property.Name} has {each.GetValue(copy)} for {each.Name}, not {wanted}";
                }
            }
        }
    }

    /// <summary>A value of a type, another one for another number; null where none could be made.</summary>
    /// <param name="type">The type.</param>
    /// <param name="number">The number.</param>
    public object? Of(Type type, int number)
    {
        var random = new Random(number);
        return Argument(type, Numbers[random.Next(Numbers.Length)], random, 1);
    }

    private static PropertyInfo? Property(Type type, ParameterInfo parameter) =>
        type.GetProperties().FirstOrDefault(property => string.Equals(property.Name, parameter.Name, StringComparison.OrdinalIgnoreCase) && property.PropertyType == parameter.ParameterType);

    /// <summary>A value with the arguments that it was made with; null where none was found that the constructor takes.</summary>
    private (object Value, object?[] Arguments)? Made(ConstructorInfo constructor, int seed, int depth = 0)
    {
        var parameters = constructor.GetParameters();
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var random = new Random(seed + attempt);
            var numbers = Numbers.OrderBy(_ => random.Next()).ToArray();
            var arguments = parameters.Select((parameter, place) => Argument(parameter.ParameterType, numbers[place % numbers.Length], random, depth)).ToArray();
            if (arguments.Contains(null))
            {
                return null;
            }

            try
            {
                return (constructor.Invoke(arguments), arguments);
            }
            catch (TargetInvocationException refused) when (refused.InnerException is ArgumentException)
            {
                // Outside some range: the next attempt draws others.
            }
        }

        return null;
    }

    private object? Argument(Type type, double number, Random random, int depth)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Argument(inner, number, random, depth);
        }

        object? simple = type switch
        {
            _ when type == typeof(double) => number,
            _ when type == typeof(float) => (float)number,
            _ when type == typeof(int) => (int)Math.Ceiling(number * 3),
            _ when type == typeof(long) => (long)Math.Ceiling(number * 3),
            _ when type == typeof(ulong) => (ulong)Math.Ceiling(number * 3),
            _ when type == typeof(bool) => random.Next(2) == 0,
            _ when type == typeof(string) => $"a{random.Next(1000)}",
            _ when type == typeof(TimeSpan) => TimeSpan.FromSeconds(number),
            _ when type.IsEnum => Enum.GetValues(type).GetValue(random.Next(Enum.GetValues(type).Length)),
            _ => make(type, random.Next()),
        };
        if (simple is not null || depth > 2 || type.IsArray || type.IsInterface || typeof(Delegate).IsAssignableFrom(type) || type.Namespace?.StartsWith("Functional", StringComparison.Ordinal) is not true)
        {
            return simple;
        }

        var kinds = type.IsAbstract ? type.Assembly.GetExportedTypes().Where(kind => kind.IsSubclassOf(type) && !kind.IsAbstract && !kind.ContainsGenericParameters).OrderBy(_ => random.Next()) : Enumerable.Repeat(type, 1);
        return kinds.SelectMany(kind => kind.GetConstructors()).Select(constructor => constructor.GetParameters().Length == 0 ? constructor.Invoke(null) : Made(constructor, random.Next(Attempts), depth + 1)?.Value)
            .FirstOrDefault(value => value is not null);
    }
}
