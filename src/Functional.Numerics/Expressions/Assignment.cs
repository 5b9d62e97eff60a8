namespace Functional.Numerics.Expressions;

using System;
using System.Collections.Generic;
using System.Linq;

/// <summary>Values for variables.</summary>
internal static class Assignment
{
    /// <summary>The values by name.</summary>
    /// <exception cref="ArgumentException">A variable has no value or more than one, or there is a value for a name that is none of the variables.</exception>
    public static IReadOnlyDictionary<string, T> Of<T>(IReadOnlyList<string> variables, ReadOnlySpan<(string Name, T Value)> given)
    {
        var values = new Dictionary<string, T>(given.Length, StringComparer.Ordinal);
        var faults = new List<string>();
        foreach (var (name, value) in given)
        {
            if (!values.TryAdd(name, value))
            {
                faults.Add($"{name} has more than one value");
            }
        }

        faults.AddRange(variables.Where(name => !values.ContainsKey(name)).Select(name => $"{name} has no value"));
        faults.AddRange(values.Keys.Where(name => !variables.Contains(name, StringComparer.Ordinal)).Select(name => $"{name} is no variable of it"));
        return faults.Count == 0
            ? values
            : throw new ArgumentException(
                $"{(variables.Count == 0 ? "The expression has no variables" : $"The expression has the variables {string.Join(", ", variables)}")}: {string.Join("; ", faults)}.", nameof(given));
    }
}
