namespace Functional.Verification.Tests.Readme;

using System;
using System.IO;
using System.Linq;
using Xunit;

public sealed class ReadmeTests
{
    private const string Section = "## Prove a layer of your own\n";

    [Theory]
    [InlineData(1, "right")]
    [InlineData(2, "wrong")]
    public void The_readmes_examples_are_those_that_are_compiled_here(int block, string mark)
    {
        var readme = Lines(Read("README.md").Split(Section)[1].Split("```csharp\n")[block].Split("```")[0]);
        var compiled = Read("ReadmeExamples.txt");
        Assert.Equal(Lines(compiled.Split($"// <{mark}>\n")[1].Split($"// </{mark}>")[0]), readme.Where(line => !IsUsing(line)));
        Assert.Empty(readme.Where(IsUsing).Except(Lines(compiled), StringComparer.Ordinal));
        Assert.True(readme.Length < 15);
    }

    [Fact]
    public void The_right_one_passes() => ReadmeExamples.Right();

    /// <summary>The two numbers' last digits rest on the runtime's exponential, the other lines on nothing but this library.</summary>
    [Fact]
    public void The_wrong_one_is_rejected_as_the_readme_shows()
    {
        var thrown = Assert.Throws<VerificationException>(ReadmeExamples.Wrong).Message;
        var shown = Lines(Read("README.md").Split(Section)[1].Split("```text\n")[1].Split("```")[0]);
        Assert.True(shown.Length >= 6);
        Assert.All(
            shown.Where(line => !line.Contains("numeric differentiation ", StringComparison.Ordinal)),
            line => Assert.Contains(line, Lines(thrown)));
    }

    private static bool IsUsing(string line) => line.StartsWith("using ", StringComparison.Ordinal);

    private static string[] Lines(string text) => [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];

    private static string Read(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Readme", file));
}
