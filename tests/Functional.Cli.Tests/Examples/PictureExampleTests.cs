namespace Functional.Cli.Tests.Examples;

using System;
using System.IO;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Xunit;

/// <summary>The examples that draw: their pictures are whole, and what they print is the same everywhere.</summary>
public sealed class PictureExampleTests
{
    [Theory]
    [InlineData("optimisers", 2, "09986B1AC422D65E")]
    [InlineData("initialisation", 6, "11107D7B850FDDDC")]
    [InlineData("batch-size", 1, "AB32FB8ECA576B76")]
    [InlineData("regularisation", 1, "BFDCA59ED2D74036")]
    [InlineData("decision-boundaries", 1, "4561A0409AF19B83")]
    [InlineData("loss-landscape", 2, "B7BA80A4400CFF4F")]
    [InlineData("first-layer-weights", 4, "C83ADAFCFF0CB7A1")]
    public void Figures_are_the_same_everywhere_and_pictures_are_well_formed(string name, int pictures, string hash)
    {
        var directory = Directory.CreateTempSubdirectory("functional-").FullName;
        try
        {
            var outcome = Command.Run($"example {name} --quick --output {directory}");
            Assert.Equal((0, string.Empty), (outcome.Code, outcome.Error));
            var files = Directory.GetFiles(directory);
            Assert.Equal(pictures, files.Length);
            Assert.All(files, file => Assert.Equal("svg", XDocument.Load(file).Root!.Name.LocalName));
            Assert.All(files, file => Assert.InRange(new FileInfo(file).Length, 1, 100_000));
            Assert.All(files, file => Assert.Contains(file, outcome.Out, StringComparison.Ordinal));

            // Without a directory it says which pictures there are, and the rest is the same.
            var plain = Command.Run($"example {name} --quick").Out;
            Assert.All(files, file => Assert.Contains(Path.GetFileName(file), plain, StringComparison.Ordinal));
            Assert.Equal(hash, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(plain)))[..16]);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [Fact]
    public void A_seed_gives_figures_of_its_own() =>
        Assert.NotEqual(Command.Run("example batch-size --quick").Out, Command.Run("example batch-size --quick --seed 8").Out);
}
