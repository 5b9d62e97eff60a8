namespace Functional.Cli.Tests;

using System.Threading.Tasks;
using Xunit;

/// <summary>The promise: the same seed gives the same bits, on any thread count, at any vector width, in any culture.</summary>
public class ReproducibilityTests
{
    [Theory]
    [InlineData("single", "--threads 1")]
    [InlineData("single", "--threads 2")]
    [InlineData("single", "--threads 3")]
    [InlineData("single", "--threads 5")]
    [InlineData("single", "--threads 8")]
    [InlineData("single", "--threads 64")]
    [InlineData("double", "--threads 1")]
    [InlineData("double", "--threads 2")]
    [InlineData("double", "--threads 64")]
    public void The_fingerprint_is_the_pinned_one(string precision, string option) =>
        Assert.Equal(Pinned(precision), Command.Run($"{PinnedFingerprints.Arguments} --precision {precision} {option}").Fingerprint);

    [Theory]
    [InlineData("DOTNET_EnableAVX512", "0")]
    [InlineData("DOTNET_EnableAVX2", "0")]
    [InlineData("DOTNET_EnableHWIntrinsic", "0")]
    [InlineData("DOTNET_PreferredVectorBitWidth", "80")] // 128 bits: the runtime reads the number as a hexadecimal one.
    [InlineData("DOTNET_PreferredVectorBitWidth", "100")] // 256 bits.
    [InlineData("DOTNET_PreferredVectorBitWidth", "200")] // 512 bits.
    [InlineData("DOTNET_PreferredVectorBitWidth", "512")]
    [InlineData("LANG", "tr_TR.UTF-8")]
    [InlineData("DOTNET_TieredCompilation", "0")]
    public async Task It_is_the_same_in_a_process_with(string name, string value)
    {
        foreach (var precision in new[] { "single", "double" })
        {
            var outcome = await Command.RunInProcess($"{PinnedFingerprints.Arguments} --precision {precision}", (name, value));
            Assert.Equal(0, outcome.Code);
            Assert.Equal(Pinned(precision), outcome.Fingerprint);
        }
    }

    /// <summary>The switches above do what they are for: without intrinsics there are no vectors.</summary>
    [Fact]
    public async Task The_switches_change_the_vectors()
    {
        var (usual, without) = (await Command.RunInProcess("--version"), await Command.RunInProcess("--version", ("DOTNET_EnableHWIntrinsic", "0")));
        Assert.Contains("vectors: Scalar", without.Out, System.StringComparison.Ordinal);
        Assert.Contains($"vectors: {Functional.Numerics.Execution.Sequential.EffectiveWidth}", usual.Out, System.StringComparison.Ordinal);
    }

    private static string Pinned(string precision) => string.Equals(precision, "single", System.StringComparison.Ordinal) ? PinnedFingerprints.Single : PinnedFingerprints.Double;
}
