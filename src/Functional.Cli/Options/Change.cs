namespace Functional.Cli;

using System;
using Functional.Experiments;
using LanguageExt;
using TextOption = System.CommandLine.Option<string?>;

/// <summary>An option, and what its text makes of what was read before it.</summary>
/// <remarks>
/// Whoever has many options folds over such changes, all of one type, and only those that are given run. To apply one function to all of them together needs
/// code of its own for every combination of their types, and compiling that took longer than all else that stands before a command's first line.
/// </remarks>
/// <typeparam name="TDraft">What is being read.</typeparam>
/// <param name="Option">The option.</param>
/// <param name="Apply">From its text and what was read before to what is read now, or what is wrong with the text.</param>
internal sealed record Change<TDraft>(TextOption Option, Func<string, TDraft, Validation<SettingFault, TDraft>> Apply)
    where TDraft : class
{
    /// <summary>A change by a value.</summary>
    public static Change<TDraft> By<T>(TextOption option, Func<string, Validation<SettingFault, T>> read, Func<TDraft, T, TDraft> set) =>
        new(option, (text, draft) => read(text).Map(value => set(draft, value)));

    /// <summary>The same change to a part of something larger.</summary>
    public Change<TWhole> Within<TWhole>(Func<TWhole, TDraft> part, Func<TWhole, TDraft, TWhole> set)
        where TWhole : class => new(Option, (text, whole) => Apply(text, part(whole)).Map(changed => set(whole, changed)));
}
