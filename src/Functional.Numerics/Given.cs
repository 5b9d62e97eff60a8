namespace Functional;

using System;
using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

/// <summary>What public members hold their arguments to.</summary>
/// <remarks>
/// Whoever hands null over where a signature does not allow it is told so at once, by an <see cref="ArgumentNullException"/> with the parameter's name, by every public member
/// of every project; where a list holds a null or an immutable array has none behind it, by an <see cref="ArgumentException"/>. No comment repeats it.
/// </remarks>
public static class Given
{
    /// <summary>The argument itself, for expressions; a statement says <see cref="ArgumentNullException.ThrowIfNull(object?, string?)"/>.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="argument">The argument.</param>
    /// <param name="name">What it is called; left out, as it is written in the call.</param>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public static T NotNull<T>(T? argument, [CallerArgumentExpression(nameof(argument))] string? name = null)
        where T : class => argument ?? throw new ArgumentNullException(name);

    /// <summary>The list itself, none of whose entries is null.</summary>
    /// <typeparam name="T">The list's type.</typeparam>
    /// <param name="entries">The list.</param>
    /// <param name="name">What it is called; left out, as it is written in the call.</param>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    /// <exception cref="ArgumentException">An entry is null.</exception>
    public static T NoNulls<T>(T? entries, [CallerArgumentExpression(nameof(entries))] string? name = null)
        where T : IEnumerable
    {
        if (entries is null)
        {
            throw new ArgumentNullException(name);
        }

        var place = 0;
        foreach (var entry in entries)
        {
            RequireEntry(entry, place++, name);
        }

        return entries;
    }

    /// <summary>The array itself, none of whose entries is null.</summary>
    /// <typeparam name="T">The entries' type.</typeparam>
    /// <param name="entries">The array.</param>
    /// <param name="name">What it is called; left out, as it is written in the call.</param>
    /// <exception cref="ArgumentException">There is no array behind it, or an entry is null.</exception>
    public static ImmutableArray<T> NoNulls<T>(ImmutableArray<T> entries, [CallerArgumentExpression(nameof(entries))] string? name = null)
        where T : class
    {
        for (var place = 0; place < NotDefault(entries, name).Length; place++)
        {
            RequireEntry(entries[place], place, name);
        }

        return entries;
    }

    /// <summary>The array itself, which may be empty but is there.</summary>
    /// <typeparam name="T">The entries' type.</typeparam>
    /// <param name="array">The array.</param>
    /// <param name="name">What it is called; left out, as it is written in the call.</param>
    /// <exception cref="ArgumentException">There is no array behind it.</exception>
    public static ImmutableArray<T> NotDefault<T>(ImmutableArray<T> array, [CallerArgumentExpression(nameof(array))] string? name = null) =>
        array.IsDefault ? throw new ArgumentException("An immutable array that was never made is no array; an empty one is [].", name) : array;

    /// <summary>The length itself, which an array can have.</summary>
    /// <param name="length">The length.</param>
    /// <param name="name">What it is called; left out, as it is written in the call.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, or more than an array can hold.</exception>
    public static int Length(int length, [CallerArgumentExpression(nameof(length))] string? name = null) => length >= 0 && length <= Array.MaxLength
        ? length
        : throw new ArgumentOutOfRangeException(name, length, $"The number must be from 0 to {Array.MaxLength}, the most that an array holds.");

    /// <summary>A product of sizes, which an array can have for its length.</summary>
    /// <param name="one">A size.</param>
    /// <param name="other">Another size.</param>
    /// <param name="name">The parameter that is to blame where there are too many.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is negative, or the product is more than an array can hold.</exception>
    public static int Product(int one, int other, string name) => one >= 0 && other >= 0 && (long)one * other <= Array.MaxLength
        ? one * other
        : throw new ArgumentOutOfRangeException(name, (long)one * other, $"{one} times {other} must be from 0 to {Array.MaxLength}, the most that an array holds.");

    private static void RequireEntry(object? entry, int place, string? name)
    {
        if (entry is null)
        {
            throw new ArgumentException($"Entry {place} is null; each must be there.", name);
        }
    }
}
