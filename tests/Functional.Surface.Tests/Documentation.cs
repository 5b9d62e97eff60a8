namespace Functional.Surface.Tests;

using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Xml.Linq;

/// <summary>What the comments beside the source say of a member's faults, as the compiler writes them beside its assembly.</summary>
internal static class Documentation
{
    private static readonly ConcurrentDictionary<Assembly, ILookup<string, XElement>> Comments = new();
    private static readonly ConcurrentDictionary<(Type Declaring, string Name), Said> Known = new();

    /// <summary>Mistakes in the library, whatever a comment says.</summary>
    private static readonly Type[] Never =
    [
        typeof(NullReferenceException), typeof(IndexOutOfRangeException), typeof(InvalidCastException), typeof(DivideByZeroException), typeof(KeyNotFoundException), typeof(ArrayTypeMismatchException),
        typeof(OutOfMemoryException), typeof(AccessViolationException), typeof(NotImplementedException), typeof(TypeInitializationException),
    ];

    /// <summary>Why a member must not throw an exception; null where it may.</summary>
    public static string? Allows(Member member, Exception exception)
    {
        if (Never.Any(type => type.IsInstanceOfType(exception)))
        {
            return $"{exception.GetType().Name} is a mistake of the library's own";
        }

        return IsMatrixWithoutRows(exception) || exception is MarkerException or ArgumentException or UnmadeException || Names(member, exception) || IsToldByAPart(exception)
            ? null
            : $"{exception.GetType().Name} is not documented";
    }

    /// <summary>Whether a member's comment names an exception, or a more general one; that null is an <see cref="ArgumentNullException"/> is said of all.</summary>
    public static bool Names(Member member, Exception exception) =>
        !IsAccident(exception) && (exception is ArgumentNullException or MarkerException || Of(member).Exceptions.Any(name => Ancestors(exception.GetType()).Contains(name, StringComparer.Ordinal)));

    /// <summary>Whether a member's comment, or its type's, tells when something is not a number.</summary>
    public static bool TellsOfNaN(Member member) => Of(member).TellsOfNaN;

    /// <summary>Whether the method that threw may be another one for each value that is handed in, such as a layer of one's own, and its comment tells of it.</summary>
    private static bool IsToldByAPart(Exception exception) =>
        exception.TargetSite is MethodInfo { IsVirtual: true, IsPublic: true, DeclaringType: { IsPublic: true } declaring } site
        && Of(declaring, site.Name).Exceptions.Contains(exception.GetType().Name, StringComparer.Ordinal);

    /// <summary>Whether a collection or a library of others refused what it was given: they name their own parameters.</summary>
    private static bool IsAccident(Exception exception) => exception is ArgumentException && exception.StackTrace is { } trace
        && trace.Split('\n')[0].TrimStart() is var frame
        && (frame.Contains("ThrowHelper.", StringComparison.Ordinal) || frame.StartsWith("at MathNet.", StringComparison.Ordinal) || frame.StartsWith("at LanguageExt.", StringComparison.Ordinal));

    /// <summary>MathNet.Numerics cannot write a matrix without rows or columns; records that hold one cannot be written, either.</summary>
    private static bool IsMatrixWithoutRows(Exception exception) => exception is InvalidOperationException && exception.StackTrace?.Contains("MathNet.Numerics.LinearAlgebra.Matrix`1.ToMatrixString", StringComparison.Ordinal) == true;

    /// <summary>Whether the comment of an operation on numbers tells when its result is not a number.</summary>
    public static bool TellsOfNaN(Type type) => type.Namespace is "Functional.Numerics.Elementwise.Operations" or "Functional.Numerics.Elementary" && Lookup(type.Assembly)[TypeName(type)].Any(IsOfNaN);

    private static bool IsOfNaN(XElement comment) => comment.ToString() is var text
        && (text.Contains("NaN", StringComparison.Ordinal) || text.Contains("not a number", StringComparison.OrdinalIgnoreCase) || text.Contains("not finite", StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Ancestors(Type? type)
    {
        for (; type is not null && type != typeof(Exception); type = type.BaseType)
        {
            yield return type.Name;
        }
    }

    private static Said Of(Member member) => Of(member.Declaring, member.Method.Name);

    private static Said Of(Type declaring, string name) => Known.GetOrAdd((declaring, name), key =>
    {
        var names = key.Name.StartsWith("get_", StringComparison.Ordinal) || key.Name.StartsWith("set_", StringComparison.Ordinal)
            ? new[] { key.Name[4..], key.Name }
            : [key.Name is ".ctor" ? "#ctor" : key.Name];
        var types = Lineage(key.Declaring).ToList();
        var comments = types.SelectMany(type => names.SelectMany(name => Lookup(type.Assembly)[$"{TypeName(type)}.{name}"]).Concat(
            key.Name is ".ctor" ? Lookup(type.Assembly)[TypeName(type)] : [])).ToList();
        var own = Lookup(key.Declaring.Assembly)[TypeName(key.Declaring)];
        return new(
            [.. comments.SelectMany(comment => comment.Elements("exception")).Select(element => ((string?)element.Attribute("cref") ?? string.Empty).Split('.')[^1]).Distinct(StringComparer.Ordinal)],
            comments.Concat(own).Any(IsOfNaN));
    });

    /// <summary>The type, and those whose comments its members inherit.</summary>
    private static IEnumerable<Type> Lineage(Type type)
    {
        for (var own = type; own is not null && own != typeof(object); own = own.BaseType)
        {
            yield return own;
        }

        foreach (var face in type.GetInterfaces())
        {
            yield return face;
        }
    }

    private static string TypeName(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    /// <summary>An assembly's comments by what stands between the kind and the parameters; members of extension blocks by the class around them, too.</summary>
    private static ILookup<string, XElement> Lookup(Assembly assembly) => Comments.GetOrAdd(assembly, own =>
    {
        var path = Path.ChangeExtension(own.Location, ".xml");
        var members = File.Exists(path) ? XDocument.Load(path).Descendants("member") : [];
        return members.SelectMany(Names).ToLookup(pair => pair.Name, pair => pair.Comment, StringComparer.Ordinal);
    });

    private static IEnumerable<(string Name, XElement Comment)> Names(XElement member)
    {
        var name = ((string)member.Attribute("name")!)[2..].Split('(')[0];
        yield return (Bare(name), member);
        if (name.IndexOf(".<", StringComparison.Ordinal) is var block and > 0)
        {
            var own = Bare(name.Split('.')[^1]);
            yield return ($"{name[..block]}.{own}", member);
            yield return ($"{name[..block]}.get_{own}", member);
        }
    }

    /// <summary>A method without the number of its type parameters.</summary>
    private static string Bare(string name) => name.IndexOf("``", StringComparison.Ordinal) is var mark and > 0 ? name[..mark] : name;

    private sealed record Said(IReadOnlyList<string> Exceptions, bool TellsOfNaN);
}
