namespace Functional.Cli;

using System.Collections.Generic;
using System.CommandLine;

/// <summary>A command whose options are listed in groups.</summary>
internal sealed class GroupedCommand : Command
{
    public GroupedCommand(string name, string description, params OptionGroup[] groups)
        : base(name, description)
    {
        Groups = groups;
        foreach (var group in groups)
        {
            foreach (var option in group.Options)
            {
                Options.Add(option);
            }
        }
    }

    public IReadOnlyList<OptionGroup> Groups { get; }
}
