namespace Functional.Surface.Tests;

using System;
using System.Collections.Generic;
using System.Linq;
using LanguageExt;

/// <summary>Which members give a value of a type, and how many calls lie between nothing and such a value.</summary>
internal sealed class Producers
{
    private const int Never = 1000;

    private readonly Dictionary<Type, List<Member>> giving = [];
    private readonly Dictionary<Type, int> depths = [];
    private readonly Dictionary<Type, Type[]> parts = [];
    private readonly Dictionary<Member, Type[]> needs = [];
    private readonly Dictionary<Type, List<Member>> results = [];

    public Producers(IReadOnlyList<Member> members)
    {
        foreach (var group in members.Where(member => !member.IsCompilers).GroupBy(member => member.Result))
        {
            foreach (var type in Inside(group.Key).Where(type => type != typeof(object)).Distinct())
            {
                (results.TryGetValue(type, out var found) ? found : results[type] = []).AddRange(group);
            }
        }

        // The least fixed point: a value is one call further than the furthest that the call needs.
        var wanted = members.SelectMany(Needs).SelectMany(Parts).Distinct().Where(type => !Plain.Makes(type)).ToList();
        foreach (var type in wanted.Where(type => type.IsValueType))
        {
            depths[type] = 1;
        }

        var ways = wanted.Select(type => (Type: type, Needs: Giving(type).Select(member => Needs(member).SelectMany(Parts).Distinct().ToArray()).ToArray())).ToArray();
        for (var isChanged = true; isChanged;)
        {
            isChanged = false;
            foreach (var (type, each) in ways)
            {
                var depth = each.Select(Furthest).DefaultIfEmpty(Never).Min();
                if (depth < Never && depth + 1 < depths.GetValueOrDefault(type, Never))
                {
                    depths[type] = depth + 1;
                    isChanged = true;
                }
            }
        }
    }

    /// <summary>The type that cannot be made and that a member needs; null where there is none.</summary>
    public Type? Missing(Member member) => Needs(member).FirstOrDefault(type => Depth(type) >= Never);

    /// <summary>The members that give a type: the shortest ways where it must be short, otherwise any but those that need one already, as far as there are others.</summary>
    public IReadOnlyList<Member> For(Type type, bool isShort)
    {
        var possible = Giving(type).Where(member => DepthOf(member) < Never).ToList();
        if (isShort && possible.Count > 0)
        {
            var least = possible.Min(DepthOf);
            return [.. possible.Where(member => DepthOf(member) == least)];
        }

        var free = possible.Where(member => !member.TakesInstance).ToList();
        return free.Count > 0 ? free : possible;
    }

    /// <summary>The types that a value may be taken out of: what a result that may be a fault gives where there is none.</summary>
    public static IEnumerable<Type> Inside(Type result)
    {
        yield return result;
        if (result.IsGenericType && result.GetGenericTypeDefinition() is var open
            && (open == typeof(Either<,>) || open == typeof(Option<>) || open == typeof(Validation<,>) || open == typeof(IEnumerable<>)))
        {
            foreach (var argument in result.GetGenericArguments())
            {
                yield return argument;
            }
        }
    }

    private static IEnumerable<Type> Flattened(Type type) => Plain.Parts(type) is { } parts ? parts.SelectMany(Flattened) : [type];

    private Type[] Parts(Type type)
    {
        lock (parts)
        {
            return parts.TryGetValue(type, out var found) ? found : parts[type] = [.. Flattened(type).Where(part => !Plain.Makes(part))];
        }
    }

    private Type[] Needs(Member member)
    {
        lock (needs)
        {
            return needs.TryGetValue(member, out var found)
                ? found
                : needs[member] =
                [
                    .. member.Parameters.Where(parameter => !parameter.IsOut && !parameter.IsNullable).Select(parameter => parameter.Type)
                        .Concat(member.TakesInstance ? [member.Declaring] : [])
                        .Concat(member.Required.SelectMany(required => required.Parameters.Select(parameter => parameter.Type))).Distinct(),
                ];
        }
    }

    private int DepthOf(Member member) => Needs(member).Select(Depth).DefaultIfEmpty(0).Max();

    private int Depth(Type type) => Furthest(Parts(type));

    private int Furthest(Type[] needed)
    {
        var furthest = 0;
        foreach (var type in needed)
        {
            furthest = Math.Max(furthest, depths.GetValueOrDefault(type, Never));
        }

        return furthest;
    }

    private List<Member> Giving(Type type)
    {
        lock (giving)
        {
            if (!giving.TryGetValue(type, out var found))
            {
                found = type.IsSealed || type.IsValueType
                    ? results.GetValueOrDefault(type) ?? []
                    : [.. results.Where(result => type.IsAssignableFrom(result.Key)).SelectMany(result => result.Value).Distinct()];

                // Where no member promises the type, one that promises its base may give it.
                giving[type] = found = found.Count == 0 && type is { IsClass: true, BaseType: { } above } && above != typeof(object) ? Giving(above) : found;
            }

            return found;
        }
    }
}
