namespace Functional.Cli;

using System.Collections.Generic;
using System.CommandLine;

/// <summary>Options that belong together under one title of a help text.</summary>
/// <param name="Title">The title.</param>
/// <param name="Options">The options in the order in which they are listed.</param>
internal sealed record OptionGroup(string Title, IReadOnlyList<Option> Options);
