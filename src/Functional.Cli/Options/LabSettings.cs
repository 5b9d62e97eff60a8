namespace Functional.Cli;

using System;
using Functional.Experiments;
using LanguageExt;

/// <summary>What <c>lab</c> is asked to do.</summary>
/// <param name="Files">The files of experiments; the laboratory's own where there are none.</param>
/// <param name="Changed">An experiment with the members that are set, or what is wrong with these.</param>
/// <param name="Only">Words in the names of rows that are wanted; all where there are none.</param>
/// <param name="Also">Other builds of the command.</param>
/// <param name="Sources">The checkout that builds are made of; none for no builds.</param>
/// <param name="Json">Whether JSON is wanted.</param>
internal sealed record LabSettings(
    Seq<string> Files, Func<Experiment, Validation<SettingFault, Experiment>> Changed, Seq<string> Only, Seq<string> Also, Option<string> Sources, bool Json)
{
    /// <summary>Whether a row is wanted.</summary>
    /// <param name="name">Its name.</param>
    public bool Wants(string name) => Only.IsEmpty || Only.Exists(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
}
