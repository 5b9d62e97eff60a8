namespace Functional.Verification;

using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Functional.Networks;

/// <summary>Generates ways to choose batches.</summary>
internal static class Samplings
{
    public static Arbitrary<Sampling> Arbitrary { get; } = Arb.From(
        Gen.OneOf(
            Gen.Constant<Sampling>(new FullBatch()),
            Gen.Choose(1, 9).Select(Sampling (size) => new MiniBatch(size)),
            Gen.Choose(1, 9).Select(Sampling (size) => new MiniBatchWithReplacement(size))),
        Shrink);

    private static IEnumerable<Sampling> Shrink(Sampling sampling) => sampling switch
    {
        MiniBatch batch => Numbers.Smaller(batch.Size).Select(Sampling (size) => new MiniBatch(size)),
        MiniBatchWithReplacement batch => Numbers.Smaller(batch.Size).Select(Sampling (size) => new MiniBatchWithReplacement(size)),
        _ => [],
    };
}
