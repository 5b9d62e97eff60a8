namespace Functional.Data.Tests.Readme;

using System;
using System.IO;
using System.Linq;
using Xunit;

public sealed class ReadmeTests
{
    [Fact]
    public void The_readmes_example_is_the_one_that_is_compiled_here()
    {
        var readme = Lines(Between(Read("README.md"), "```csharp\n", "```"));
        var compiled = Read("ReadmeExample.txt");
        Assert.Equal(Lines(Between(compiled, "// <readme>\n", "// </readme>")), readme.Where(line => !IsUsing(line)));
        Assert.Contains(readme, IsUsing);
        Assert.Empty(readme.Where(IsUsing).Except(Lines(compiled), StringComparer.Ordinal));
    }

    [Fact]
    public void The_readmes_example_does_what_the_readme_says()
    {
        var written = new StringWriter();
        var console = Console.Out;
        Console.SetOut(written);
        try
        {
            ReadmeExample.Run();
        }
        finally
        {
            Console.SetOut(console);
        }

        Assert.Contains($"prints `{written.ToString().Trim()}`", Read("README.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_readmes_expressions_are_those_that_are_compiled_here_and_print_what_it_says()
    {
        var section = Between(Read("README.md"), "## Differentiable expressions\n", "\n## ");
        Assert.Equal(Lines(Between(Read("ReadmeExpressions.txt"), "// <readme>\n", "// </readme>")), Lines(Between(section, "```csharp\n", "```")).Where(line => !IsUsing(line)));
        Assert.Empty(Lines(Between(section, "```csharp\n", "```")).Where(IsUsing).Except(Lines(Read("ReadmeExpressions.txt")), StringComparer.Ordinal));
        var written = new StringWriter();
        var console = Console.Out;
        Console.SetOut(written);
        try
        {
            ReadmeExpressions.Run();
        }
        finally
        {
            Console.SetOut(console);
        }

        Assert.Equal(Lines(written.ToString()), Lines(Between(section, "prints\n", "\n\nAn expression")));
    }

    private static bool IsUsing(string line) => line.StartsWith("using ", StringComparison.Ordinal);

    private static string[] Lines(string text) => [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];

    private static string Between(string text, string start, string end) => text.Split(start)[1].Split(end)[0];

    private static string Read(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Readme", file));
}
