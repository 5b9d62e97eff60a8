namespace Functional.Data;

using System;
using System.Collections.Immutable;
using Functional.Numerics.Randomness;
using LanguageExt;

/// <summary>
/// 1,797 handwritten digits of 8 × 8 pixels from 0 to 16, a part of this assembly: the test part of "Optical Recognition of Handwritten Digits",
/// E. Alpaydin, C. Kaynak, UCI Machine Learning Repository, 1998, CC BY 4.0.
/// </summary>
public static class Digits
{
    private const double LargestPixel = 16;
    private const double TrainShare = 0.8;
    private const ulong SplitSeed = 1998;
    private static readonly ImmutableArray<string> Names = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

    /// <summary>
    /// The digits in two fixed parts, with pixels divided by 16: of each digit's samples 80% (rounded to the nearest count) to train on and the others
    /// to test with. The parts do not depend on any seed of a training: they are the stratified split by the key of seed 1998, for the purpose "digits".
    /// </summary>
    public static DataSplit Load() => All().SplitStratified(TrainShare, RandomKey.FromSeed(SplitSeed).For("digits"));

    /// <summary>All digits in their original order, with pixels divided by 16.</summary>
    public static DataSet All() =>
        (Read("optdigits-images-idx3-ubyte.gz").ToValidation(), Read("optdigits-labels-idx1-ubyte.gz").ToValidation())
            .Apply((images, labels) => DataSet.FromIdx("digits", images, labels, classCount: Names.Length))
            .Bind(set => set)
            .Match(
                Succ: set => set.Relabelled(labels => new(labels.Classes, Names.Length, Names)).Scaled(new Scaling.UnitInterval(LargestPixel)),
                Fail: faults => throw new InvalidOperationException(string.Join(' ', faults)));

    private static Either<DataFault, IdxTensor> Read(string file)
    {
        using var stream = typeof(Digits).Assembly.GetManifestResourceStream($"Functional.Data.Digits.{file}")
            ?? throw new InvalidOperationException($"The assembly lacks its part {file}.");
        return IdxFile.Read(stream, file);
    }
}
