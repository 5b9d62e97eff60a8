namespace Functional.Coverage.Members;

using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;

/// <summary>The public surface of an assembly.</summary>
internal static class PublicMembers
{
    private const string Generated = "System.Runtime.CompilerServices.CompilerGeneratedAttribute";

    /// <summary>
    /// All methods, operators, constructors and accessors that are public or protected in public types and have a body; what a compiler makes of a record
    /// without being asked (equality, hash, text, copies, deconstruction) is not among them.
    /// </summary>
    /// <param name="project">The project.</param>
    /// <param name="module">Its assembly, with symbols where the files and lines are wanted.</param>
    public static IReadOnlyList<PublicMember> Of(string project, ModuleDefinition module) =>
    [
        .. module.GetTypes().Where(IsVisible).SelectMany(type => type.Methods).Where(IsMember).Select(method => Member(project, method))
            .OrderBy(member => member.Name, StringComparer.Ordinal),
    ];

    /// <summary>Whether others see a type; where the compiler keeps the signatures of extension members, nothing is ever called.</summary>
    private static bool IsVisible(TypeDefinition type) => !type.Name.StartsWith('<') && (
        type.DeclaringType is { } outer ? (type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamilyOrAssembly) && IsVisible(outer) : type.IsPublic);

    private static bool IsMember(MethodDefinition method)
    {
        if (!method.HasBody || !(method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly || IsPublicImplementation(method)) || method.IsStaticConstructor())
        {
            return false;
        }

        // In an abstract record they only stand in for what every record of the family has by itself.
        if (method.DeclaringType.IsAbstract && method.Name is ("Equals" or "GetHashCode"))
        {
            return false;
        }

        // Accessors that the compiler fills in are members all the same.
        var isGenerated = method.CustomAttributes.Any(attribute => attribute.AttributeType.FullName is Generated);
        return !isGenerated || ((method.IsGetter || method.IsSetter) && method.Name is not "get_EqualityContract");
    }

    /// <summary>Whether a private method is what a public interface calls.</summary>
    private static bool IsPublicImplementation(MethodDefinition method) =>
        method.HasOverrides && method.Overrides.All(overridden => overridden.DeclaringType.Resolve() is { } type && IsVisible(type)) && !method.Name.StartsWith("System.", StringComparison.Ordinal);

    private static bool IsStaticConstructor(this MethodDefinition method) => method is { IsConstructor: true, IsStatic: true };

    private static PublicMember Member(string project, MethodDefinition method)
    {
        var points = method.DebugInformation.SequencePoints.Where(point => !point.IsHidden).ToArray();
        var lines = points.SelectMany(point => Enumerable.Range(point.StartLine, point.EndLine - point.StartLine + 1)).ToHashSet();
        var name = method.IsConstructor ? "new" : method.Name;
        return new(project, $"{Named(method.DeclaringType)}.{name}({string.Join(", ", method.Parameters.Select(parameter => Named(parameter.ParameterType)))})", method, points.Length > 0 ? points[0].Document.Url : string.Empty, lines);
    }

    private static string Named(TypeReference type) => type switch
    {
        GenericInstanceType instance => $"{Plain(type)}<{string.Join(", ", instance.GenericArguments.Select(Named))}>",
        ArrayType array => $"{Named(array.ElementType)}[]",
        ByReferenceType reference => Named(reference.ElementType),
        IModifierType modified => Named(modified.ElementType),
        _ => type.DeclaringType is { } outer && !type.IsGenericParameter ? $"{Named(outer)}.{Plain(type)}" : Plain(type),
    };

    private static string Plain(TypeReference type) => type.Name.Split('`')[0];
}
