namespace Functional.Surface.Tests;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;

/// <summary>What all code of a process shares: the values of static members, and what the process is set to.</summary>
internal static class SharedValues
{
    private const string Prefix = "get_";

    /// <summary>A number for each, by name; the same as long as the value and all that it holds stay as they are.</summary>
    public static IReadOnlyDictionary<string, ulong> Of(PublicMembers surface)
    {
        var values = new SortedDictionary<string, ulong>(StringComparer.Ordinal);
        foreach (var member in surface.Members.Where(IsStaticProperty))
        {
            values[member.Name] = Digest.Of(member.Call(null, []));
        }

        foreach (var field in surface.Members.Select(member => member.Declaring).Distinct().SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static)))
        {
            values[$"{Readable.Of(field.DeclaringType!)}.{field.Name}"] = Digest.Of(field.GetValue(null));
        }

        values["the culture"] = Digest.Of(CultureInfo.CurrentCulture.Name);
        values["the culture of what is written"] = Digest.Of(CultureInfo.CurrentUICulture.Name);
        values["the culture of new threads"] = Digest.Of(CultureInfo.DefaultThreadCurrentCulture?.Name);
        values["the culture of what new threads write"] = Digest.Of(CultureInfo.DefaultThreadCurrentUICulture?.Name);
        values["the current directory"] = Digest.Of(Environment.CurrentDirectory);
        values["the environment"] = Digest.Of(Environment.GetEnvironmentVariables().Keys.Cast<string>().Order(StringComparer.Ordinal).Select(name => $"{name}={Environment.GetEnvironmentVariable(name)}").ToArray());
        values["the output"] = Digest.Of(Console.Out.GetHashCode());
        return values;
    }

    /// <summary>The names of what is another value than before.</summary>
    public static IReadOnlyList<string> Changed(IReadOnlyDictionary<string, ulong> before, IReadOnlyDictionary<string, ulong> after) =>
        [.. before.Keys.Union(after.Keys, StringComparer.Ordinal).Where(name => !before.TryGetValue(name, out var one) || !after.TryGetValue(name, out var other) || one != other)];

    private static bool IsStaticProperty(Member member) =>
        member is { Method: MethodInfo { IsStatic: true, IsGenericMethod: false }, Parameters.Count: 0 } && member.Method.Name.StartsWith(Prefix, StringComparison.Ordinal);
}
