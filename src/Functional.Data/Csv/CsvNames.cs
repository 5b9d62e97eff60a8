namespace Functional.Data;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using LanguageExt;

/// <summary>Gives each text that comes a number, and puts the texts into their order in the end.</summary>
internal sealed class CsvNames
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly List<string> names = [];
    private readonly bool isClosed;
    private char[] letters = new char[64];

    /// <summary>Names that come, or those that are given and no others.</summary>
    public CsvNames(Seq<string> given)
    {
        lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        isClosed = !given.IsEmpty;
        foreach (var name in given)
        {
            if (!numbers.TryAdd(name, names.Count))
            {
                throw new ArgumentException($"'{name}' is given twice; each name must come once.", nameof(given));
            }

            names.Add(name);
        }
    }

    /// <summary>The names by their numbers.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>The number of a name; nothing where it is none of those given, or there are too many.</summary>
    public int? NumberOf(ReadOnlySpan<byte> utf8)
    {
        if (letters.Length < utf8.Length)
        {
            letters = new char[utf8.Length * 2];
        }

        var name = letters.AsSpan(0, Encoding.UTF8.GetChars(utf8, letters));
        if (lookup.TryGetValue(name, out var number))
        {
            return number;
        }

        if (isClosed || names.Count == ClassLabels.MaximumClassCount)
        {
            return null;
        }

        names.Add(new string(name));
        numbers.Add(names[^1], names.Count - 1);
        return names.Count - 1;
    }

    /// <summary>The names in their final order, and for each number the place of its name in it: as given, or ordered by their characters' numbers.</summary>
    public (string[] Ordered, int[] Places) Ordered()
    {
        var order = Enumerable.Range(0, names.Count).ToArray();
        if (!isClosed)
        {
            Array.Sort(order, (left, right) => string.CompareOrdinal(names[left], names[right]));
        }

        var places = new int[order.Length];
        for (var place = 0; place < order.Length; place++)
        {
            places[order[place]] = place;
        }

        return ([.. order.Select(number => names[number])], places);
    }

    /// <summary>For each number the class that its name is, where all names are whole numbers from 0 that a class can be.</summary>
    public int[]? AsClasses()
    {
        var classes = new int[names.Count];
        for (var i = 0; i < classes.Length; i++)
        {
            if (isClosed || !int.TryParse(names[i], NumberStyles.None, CultureInfo.InvariantCulture, out classes[i]) || classes[i] >= ClassLabels.MaximumClassCount
                || (names[i].Length > 1 && names[i][0] == '0'))
            {
                return null;
            }
        }

        return classes;
    }
}
