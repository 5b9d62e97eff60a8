namespace Functional.Cli.Tests;

/// <summary>
/// What <see cref="Arguments"/> come to, in arithmetic version 1. A change of a bit anywhere shows here; whoever means it, raises
/// the version of the arithmetic and pins anew.
/// </summary>
internal static class PinnedFingerprints
{
    public const string Arguments = "train --hidden 24,16 --activation gelu --epochs 2 --batch 50 --seed 11 --json";

    public const string Single = "e169eb8284c704c7a992260f2beca8a55fe5680ca35ae08ea2bd69f084706ca8";

    public const string Double = "b978e0160f659fd0b670b71cf3e47679ca9c143cb724285d2cf35d217d129b98";
}
