namespace Functional.Surface.Tests;

using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;

/// <summary>A public constructor, method, operator, getter or initialiser of a type whose type parameters are all filled in.</summary>
internal sealed class Member
{
    private static readonly NullabilityInfoContext Nullability = new();
    private static readonly Dictionary<(Module Module, int Token, int Place), bool> Nullable = [];

    private readonly Lazy<Caller> caller;

    public Member(MethodBase method)
    {
        Method = method;
        Declaring = method.DeclaringType!;
        Result = method is MethodInfo { ReturnType: var returned } ? returned : Declaring;
        TakesInstance = !method.IsStatic && method is MethodInfo;
        Parameters = [.. method.GetParameters().Select(parameter => new Slot(
            parameter.ParameterType.IsByRef ? parameter.ParameterType.GetElementType()! : parameter.ParameterType,
            parameter.Name ?? "value",
            IsNullable(parameter),
            parameter.IsOut,
            parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute))))];
        IsCompilers = method.IsDefined(typeof(CompilerGeneratedAttribute)) && method.Name is not (['g' or 's', 'e', 't', '_', ..]);
        Name = $"{Readable.Of(Declaring)}.{method switch
        {
            ConstructorInfo => "new",
            MethodInfo { IsGenericMethod: true } generic => $"{generic.Name}<{string.Join(", ", generic.GetGenericArguments().Select(Readable.Of))}>",
            _ => method.Name,
        }}({string.Join(", ", Parameters.Select(parameter => $"{Readable.Of(parameter.Type)} {parameter.Name}"))})";
        Required = method is ConstructorInfo && !method.IsDefined(typeof(System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute))
            ? [.. Declaring.GetProperties().Where(property => property.IsDefined(typeof(RequiredMemberAttribute))).Select(property => new Member(property.SetMethod!))]
            : [];
        IsInitialiser = method is MethodInfo { Name: ['s', 'e', 't', '_', ..], ReturnParameter: var gives } && gives.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
        caller = new(() => Callers.For(method));
    }

    /// <summary>What is called.</summary>
    public MethodBase Method { get; }

    /// <summary>The type that it belongs to.</summary>
    public Type Declaring { get; }

    /// <summary>What it gives; the type itself where it is a constructor.</summary>
    public Type Result { get; }

    /// <summary>Whether it is called on a value.</summary>
    public bool TakesInstance { get; }

    /// <summary>What it takes.</summary>
    public IReadOnlyList<Slot> Parameters { get; }

    /// <summary>The initialisers that must follow a constructor.</summary>
    public IReadOnlyList<Member> Required { get; }

    /// <summary>Whether a program can call it only while it makes a value: in <c>new</c> or <c>with</c>.</summary>
    public bool IsInitialiser { get; }

    /// <summary>Whether the compiler wrote it, as a record's equality.</summary>
    public bool IsCompilers { get; }

    /// <summary>The type, the member and its parameters.</summary>
    public string Name { get; }

    /// <summary>The member as it is written, however its type parameters are filled in.</summary>
    public (Module Module, int Token) Definition => (Method.Module, Method.MetadataToken);

    /// <summary>What its own type parameters are filled in with.</summary>
    public IReadOnlyList<Type> Fillings => Method is MethodInfo { IsGenericMethod: true } generic ? generic.GetGenericArguments() : [];

    /// <summary>Calls it.</summary>
    public object? Call(object? target, object?[] arguments) => caller.Value(target, arguments);

    public override string ToString() => Name;

    /// <summary>Whether a parameter may be null; that does not depend on how type parameters are filled in.</summary>
    private static bool IsNullable(ParameterInfo parameter)
    {
        if (parameter.ParameterType.IsValueType)
        {
            return false;
        }

        lock (Nullability)
        {
            var place = (parameter.Member.Module, parameter.Member.MetadataToken, parameter.Position);
            return Nullable.TryGetValue(place, out var known) ? known : Nullable[place] = Nullability.Create(parameter).ReadState == NullabilityState.Nullable;
        }
    }

    /// <summary>A parameter; a reference to a variable is told by what it refers to.</summary>
    internal sealed record Slot(Type Type, string Name, bool IsNullable, bool IsOut, bool IsParams);
}
