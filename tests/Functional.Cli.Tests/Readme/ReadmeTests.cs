namespace Functional.Cli.Tests.Readme;

using System;
using System.IO;
using System.Linq;
using Functional.Data;
using Functional.Experiments;
using Xunit;

public sealed class ReadmeTests
{
    [Fact]
    public void The_readmes_two_lines_are_those_that_are_compiled_here()
    {
        var compiled = Lines(Read("ReadmeExample.txt").Split("// <readme>\n")[1].Split("// </readme>")[0]);
        Assert.Contains(Read("README.md").Split("```csharp\n").Skip(1).Select(block => Lines(block.Split("```")[0])), block => block.SequenceEqual(compiled, StringComparer.Ordinal));
    }

    [Fact]
    public void They_print_what_the_model_makes_of_a_sample()
    {
        var directory = Directory.CreateTempSubdirectory("functional-");
        var (console, here, written) = (Console.Out, Directory.GetCurrentDirectory(), new StringWriter());
        try
        {
            var file = Path.Combine(directory.FullName, "digits.safetensors");
            Assert.Equal(0, Command.Run($"--epochs 1 --hidden 4 --save {file}").Code);
            var digits = Digits.Load().Test;
            double[] sample = [.. Enumerable.Range(0, digits.FeatureCount).Select(feature => digits.Features.ValueAt(0, feature))];
            Console.SetOut(written);
            Directory.SetCurrentDirectory(directory.FullName);
            ReadmeExample.Run(sample);
            Assert.Equal($"{Model.Load(file).Predict(sample)}", written.ToString().Trim());
            Assert.Matches(@"^[0-9] \([0-9.]+ %\)$", written.ToString().Trim());
        }
        finally
        {
            Console.SetOut(console);
            Directory.SetCurrentDirectory(here);
            directory.Delete(recursive: true);
        }
    }

    private static string[] Lines(string text) => [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];

    private static string Read(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Readme", file));
}
