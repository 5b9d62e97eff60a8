namespace Functional.Cli.Tests;

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Spectre.Console;
using Xunit;

public sealed class DisplayTests
{
    [Theory]
    [InlineData("", false, true, true)]
    [InlineData("", true, false, false)]
    [InlineData("TERM=dumb", false, false, false)]
    [InlineData("NO_COLOR=1", false, true, false)]
    [InlineData("NO_COLOR=", false, true, true)]
    [InlineData("NO_COLOR=1 FORCE_COLOR=1", false, true, false)]
    [InlineData("FORCE_COLOR=1", true, false, true)]
    [InlineData("FORCE_COLOR=0", true, false, false)]
    [InlineData("CLICOLOR_FORCE=1", true, false, true)]
    [InlineData("CLICOLOR_FORCE=1 NO_COLOR=x", true, false, false)]
    [InlineData("CLICOLOR=0", false, true, false)]
    [InlineData("CLICOLOR=1", true, false, false)]
    public void Colours_are_what_the_environment_and_the_terminal_say(string environment, bool isRedirected, bool isTerminal, bool hasColours)
    {
        var variables = environment.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        Assert.Equal(new Display(isTerminal, hasColours), Display.Of(name => variables.GetValueOrDefault(name), isRedirected));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void A_console_writes_colours_only_where_there_are_any(bool isTerminal, bool hasColours)
    {
        using var output = new StringWriter();
        new Display(isTerminal, hasColours).Console(output).Markup("[red]x[/]");
        Assert.Equal(hasColours, output.ToString().Contains('\e', StringComparison.Ordinal));
    }
}
