namespace Functional.Networks;

using System;
using LanguageExt;

/// <summary>The parameters of the given names.</summary>
/// <param name="Names">The names, such as "0.weights"; a * stands for any characters.</param>
public sealed record NamedParameters(Seq<string> Names) : ParameterChoice
{
    /// <summary>The names, such as "0.weights"; a * stands for any characters.</summary>
    public Seq<string> Names { get; init => field = Given.NoNulls(value); } = Given.NoNulls(Names);

    private const char Any = '*';

    /// <inheritdoc/>
    public override bool Contains(string name, ParameterRole role)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Names.Exists(pattern => Fits(name, pattern));
    }

    internal override void RequireNames(Seq<string> names)
    {
        foreach (var missing in Names.Filter(pattern => !names.Exists(name => Fits(name, pattern))))
        {
            throw new ArgumentException($"There is no parameter '{missing}'; there are: {string.Join(", ", names)}.", nameof(names));
        }
    }

    private static bool Fits(ReadOnlySpan<char> name, ReadOnlySpan<char> pattern)
    {
        if (pattern.IsEmpty)
        {
            return name.IsEmpty;
        }

        if (pattern[0] != Any)
        {
            return !name.IsEmpty && name[0] == pattern[0] && Fits(name[1..], pattern[1..]);
        }

        for (var skipped = 0; skipped <= name.Length; skipped++)
        {
            if (Fits(name[skipped..], pattern[1..]))
            {
                return true;
            }
        }

        return false;
    }
}
