namespace Functional.Cli;

using System;
using Functional.Experiments;
using LanguageExt;

/// <summary>What <c>diff</c> is asked to compare.</summary>
/// <param name="One">The path of one side.</param>
/// <param name="Other">The path of the other side.</param>
/// <param name="IsChanged">Whether members of the other side's experiment are set.</param>
/// <param name="Changed">An experiment with the members that are set, or what is wrong with these.</param>
/// <param name="Threads">How many threads may compute.</param>
/// <param name="Json">Whether JSON is wanted.</param>
internal sealed record DiffSettings(string One, string Other, bool IsChanged, Func<Experiment, Validation<SettingFault, Experiment>> Changed, int Threads, bool Json);
