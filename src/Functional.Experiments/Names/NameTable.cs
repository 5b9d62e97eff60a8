namespace Functional.Experiments;

using System;
using System.Linq;
using LanguageExt;

/// <summary>Names and what they stand for, in the order in which messages list them. Case does not matter, in any culture.</summary>
/// <typeparam name="TValue">What is named; values are compared by equality.</typeparam>
public sealed record NameTable<TValue>
{
    /// <summary>A table.</summary>
    /// <param name="setting">The setting that faults are about, such as "activation".</param>
    /// <param name="entries">Each name with its value; the first name of a value is the one it is shown by.</param>
    public NameTable(string setting, params (string Name, TValue Value)[] entries)
    {
        ArgumentNullException.ThrowIfNull(setting);
        Setting = setting;
        Entries = entries is [] ? throw new ArgumentException("There must be at least one name.", nameof(entries)) : entries.ToArray().ToSeq().Strict();
    }

    /// <summary>The setting that faults are about.</summary>
    public string Setting { get; }

    /// <summary>Each name with its value.</summary>
    public Seq<(string Name, TValue Value)> Entries { get; }

    /// <summary>All names.</summary>
    public Seq<string> Words => Entries.Map(entry => entry.Name).Strict();

    /// <summary>All names in words: "single or double".</summary>
    public string Alternatives => Entries.Count == 1
        ? Entries[0].Name
        : $"{string.Join(", ", Entries.Take(Entries.Count - 1).Select(entry => entry.Name))} or {Entries[Entries.Count - 1].Name}";

    /// <summary>The value of a name.</summary>
    /// <param name="name">The name in any case.</param>
    /// <returns>The value, or a fault that lists the names.</returns>
    public Validation<SettingFault, TValue> Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        foreach (var entry in Entries)
        {
            if (string.Equals(entry.Name, name.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return Prelude.Success<SettingFault, TValue>(entry.Value);
            }
        }

        return Prelude.Fail<SettingFault, TValue>(new SettingFault(Setting, $"'{name}'", Alternatives));
    }

    /// <summary>The name of a value, or nothing where the value has other parameters than the named one.</summary>
    /// <param name="value">The value.</param>
    public Option<string> NameOf(TValue value)
    {
        foreach (var entry in Entries)
        {
            if (Equals(entry.Value, value))
            {
                return entry.Name;
            }
        }

        return Prelude.None;
    }
}
