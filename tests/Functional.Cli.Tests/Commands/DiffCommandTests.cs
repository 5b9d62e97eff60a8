namespace Functional.Cli.Tests.Commands;

using System;
using System.IO;
using Xunit;

public sealed class DiffCommandTests
{
    private const string Tiny = "{\"version\": 1, \"arithmetic\": 1, \"network\": {\"hidden\": [5]}, \"sampling\": {\"type\": \"mini-batch\", \"size\": 500}, \"epochs\": 2}";

    [Fact]
    public void Runs_models_and_changed_experiments_are_compared_to_the_bit()
    {
        using var directory = new TemporaryDirectory();
        var file = directory.File("tiny.json");
        File.WriteAllText(file, Tiny);
        var (one, other) = (directory.File("one"), directory.File("other"));
        Assert.Equal(0, Command.Run($"run {file} --output {one} --checkpoint-steps 2").Code);
        Assert.Equal(0, Command.Run($"run {file} --output {other}").Code);

        var same = Command.Run($"diff {one} {other}");
        Assert.Equal((0, string.Empty), (same.Code, same.Error));
        Assert.Contains("no state differs in 6 steps; the last one has the fingerprint ", same.Out, StringComparison.Ordinal);

        var parts = Command.Run($"diff {one} --set schedule={{\"type\":\"step\",\"epochs\":1,\"factor\":0.5}}");
        Assert.Equal((1, string.Empty), (parts.Code, parts.Error));
        Assert.Contains("part at step 4: the states behind the steps before it are the same.\nfirst: layer 0, Affine 64→5, weights, row ", parts.Out, StringComparison.Ordinal);
        Assert.Contains("ulp apart", parts.Out, StringComparison.Ordinal);

        var json = Command.Run($"diff {file} --set schedule={{\"type\":\"step\",\"epochs\":1,\"factor\":0.5}} --json");
        Assert.Equal(1, json.Code);
        Assert.False((bool)json.Json["agree"]!);
        Assert.Equal(4, (int)json.Json["step"]!);
        Assert.Equal("network.0.weights", (string)json.Json["discrepancies"]![0]!["name"]!);

        Assert.Equal(0, Command.Run($"diff {one} {other}/model.safetensors").Code);
        var seeds = Command.Run($"diff {file} --set seed=9");
        Assert.Contains("$.seed: 0 and 9\n", seeds.Out, StringComparison.Ordinal);
        Assert.Contains("differ where they begin, before the first step.\n", seeds.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("diff", 2, "'PATHS': found nothing")]
    [InlineData("diff {0}/tiny.json", 2, "'PATHS': found 1")]
    [InlineData("diff {0}/tiny.json {0}/none.json", 1, "no such file")]
    [InlineData("diff {0} {0}", 1, "there is no run here")]
    [InlineData("diff {0}/a.safetensors {0}/b.safetensors", 1, "no such file")]
    [InlineData("diff {0}/a.safetensors {0}/b.safetensors --set seed=1", 2, "tensors to compare")]
    [InlineData("diff {0}/tiny.json --set epochs=0", 2, "epochs")]
    public void What_is_wrong_is_told(string arguments, int code, string words)
    {
        using var directory = new TemporaryDirectory();
        File.WriteAllText(directory.File("tiny.json"), Tiny);
        var outcome = Command.Run(string.Format(System.Globalization.CultureInfo.InvariantCulture, arguments, directory.Path));
        Assert.Equal((code, string.Empty), (outcome.Code, outcome.Out));
        Assert.Contains(words, outcome.Error, StringComparison.Ordinal);
    }
}
