namespace Functional.Cli.Tests.Fuzzing;

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
    private readonly IReadOnlyList<(Type[] Inside, Member[] Members)> results;

    public Producers(IReadOnlyList<Member> members)
    {
        results = [.. members.Where(member => !member.IsCompilers).GroupBy(member => member.Result).Select(group => (Inside(group.Key).Where(type => type != typeof(object)).ToArray(), group.ToArray()))];

        // The least fixed point: a value is one call further than the furthest that the call needs.
        var wanted = members.SelectMany(Needs).SelectMany(Parts).Distinct().Where(type => !Plain.Makes(type)).ToList();
        for (var isChanged = true; isChanged;)
        {
            isChanged = false;
            foreach (var type in wanted)
            {
                var depth = Giving(type).Select(DepthOf).DefaultIfEmpty(Never).Min();
                if (depth < Never && depth + 1 < Depth(type))
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
        if (isShort)
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

    private int Depth(Type type) => Parts(type).Select(part => depths.GetValueOrDefault(part, Never)).DefaultIfEmpty(0).Max();

    private List<Member> Giving(Type type)
    {
        lock (giving)
        {
            if (!giving.TryGetValue(type, out var found))
            {
                giving[type] = found = [.. results.Where(result => result.Inside.Any(type.IsAssignableFrom)).SelectMany(result => result.Members)];
            }

            return found;
        }
    }
}
