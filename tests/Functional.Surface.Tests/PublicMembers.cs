namespace Functional.Surface.Tests;

using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

/// <summary>The public members of some types, with their type parameters filled in, and those that cannot be called, with the reason.</summary>
internal sealed class PublicMembers
{
    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
    private const int MostClosings = 3;

    private readonly List<Member> members = [];
    private readonly List<(MethodBase Method, string Reason)> skipped = [];
    private readonly IReadOnlyList<Candidate> candidates;

    public PublicMembers(IEnumerable<Type> types, Func<Member, string?> denied)
    {
        var all = types.Where(type => !type.Name.Contains('<', StringComparison.Ordinal)).ToList();
        Type[] fitting =
        [
            typeof(double), typeof(float), typeof(int), typeof(string),
            .. all.Where(type => type.IsValueType && !type.IsEnum && !type.IsGenericTypeDefinition),
            .. all.Where(type => type.IsValueType && type.IsGenericTypeDefinition && type.GetGenericArguments().Length == 1)
                .SelectMany(type => new[] { Close(type, typeof(double)), Close(type, typeof(float)) }).OfType<Type>(),
            .. all.Where(type => type.IsClass && !type.IsAbstract && !type.IsGenericTypeDefinition),
        ];
        candidates = [.. fitting.Select(type => new Candidate(type, [.. type.GetInterfaces().Append(type).Where(face => face.IsGenericType).Select(face => face.GetGenericTypeDefinition())]))];
        foreach (var type in all.Where(type => !type.IsEnum && !typeof(Delegate).IsAssignableFrom(type)))
        {
            Add(type, denied);
        }
    }

    /// <summary>What can be called.</summary>
    public IReadOnlyList<Member> Members => members;

    /// <summary>What cannot, with the reason.</summary>
    public IReadOnlyList<(MethodBase Method, string Reason)> Skipped => skipped;

    /// <summary>The exported types of assemblies.</summary>
    public static IEnumerable<Type> Of(params IEnumerable<Assembly> assemblies) => assemblies.SelectMany(assembly => assembly.GetExportedTypes());

    /// <summary>Leaves a member out that turned out not to be callable.</summary>
    public void Leave(Member member, string reason)
    {
        members.Remove(member);
        skipped.Add((member.Method, reason));
    }

    private static IEnumerable<MethodBase> Declared(Type type) => type.GetConstructors(Public & ~BindingFlags.Static)
        .Where(_ => !type.IsAbstract)
        .Concat<MethodBase>(type.GetMethods(Public))
        .Where(method => !method.Name.Contains('<', StringComparison.Ordinal));

    private static Type? Close(Type type, params Type[] arguments)
    {
        try
        {
            return type.MakeGenericType(arguments);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static MethodInfo? Close(MethodInfo method, params Type[] arguments)
    {
        try
        {
            return method.MakeGenericMethod(arguments);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private void Add(Type type, Func<Member, string?> denied)
    {
        var closings = type.IsGenericTypeDefinition ? Closings(type.GetGenericArguments(), arguments => Close(type, arguments)).ToList() : [type];
        if (closings.Count == 0)
        {
            skipped.AddRange(Declared(type).Select(method => (method, "no type fits its type's parameter")));
        }

        foreach (var declared in closings.SelectMany(Declared))
        {
            var closed = declared is MethodInfo { IsGenericMethodDefinition: true } generic
                ? Closings(generic.GetGenericArguments(), arguments => Close(generic, arguments)).ToList<MethodBase>()
                : [declared];
            if (closed.Count == 0)
            {
                skipped.Add((declared, "no type fits its type parameter"));
            }

            foreach (var method in closed)
            {
                if ((type.IsInterface && method is { IsStatic: true, IsAbstract: true } ? "is called through what implements it" : Callers.Obstacle(method)) is { } obstacle)
                {
                    skipped.Add((method, obstacle));
                    continue;
                }

                var member = new Member(method);
                if (denied(member) is { } reason)
                {
                    skipped.Add((method, reason));
                }
                else
                {
                    members.Add(member);
                }
            }
        }
    }

    /// <summary>The first ways to fill type parameters in that the constraints allow; double and float before others.</summary>
    private IEnumerable<TClosed> Closings<TClosed>(Type[] parameters, Func<Type[], TClosed?> close)
        where TClosed : class => Tuples([.. parameters.Select(Standing)]).Select(close).OfType<TClosed>().Take(MostClosings);

    private static IEnumerable<Type[]> Tuples(IReadOnlyList<Type>[] choices) => choices.Length == 0
        ? [[]]
        : Tuples(choices[..^1]).SelectMany(front => choices[^1].Where(last => front.All(other => Fits(other, last) && Fits(last, other))).Select(last => (Type[])[.. front, last]));

    /// <summary>The types of the kind that a parameter asks for, as far as it can be told without the other parameters.</summary>
    private List<Type> Standing(Type parameter)
    {
        var attributes = parameter.GenericParameterAttributes;
        var faces = parameter.GetGenericParameterConstraints().Where(constraint => constraint.IsGenericType).Select(constraint => constraint.GetGenericTypeDefinition()).ToArray();
        return [.. candidates.Where(candidate =>
            (candidate.Type.IsValueType || !attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint))
            && (!candidate.Type.IsValueType || !attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
            && faces.All(candidate.Faces.Contains)).Select(candidate => candidate.Type)];
    }

    /// <summary>Operations on numbers go with numbers of their own kind.</summary>
    private static bool Fits(Type one, Type other) => !one.IsGenericType || one.GetGenericArguments().Contains(other) || other.IsGenericType;

    /// <summary>A type that may stand for a type parameter, and the generic types that it is one of.</summary>
    private sealed record Candidate(Type Type, HashSet<Type> Faces);
}
