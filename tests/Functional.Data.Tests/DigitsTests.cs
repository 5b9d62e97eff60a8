namespace Functional.Data.Tests;

using System;
using System.Linq;
using System.Security.Cryptography;
using Xunit;

public sealed class DigitsTests
{
    [Fact]
    public void There_are_1797_digits_of_8_by_8_pixels_from_0_to_16()
    {
        var set = Digits.All();
        Assert.Equal("digits: 1,797 samples of 8 × 8, 10 classes", set.ToString());
        Assert.Equal(new Scaling.UnitInterval(16), set.Scaling);
        var inputs = set.As<float>().All().Inputs;
        Assert.Equal((0f, 1f), (inputs.Enumerate().Min(), inputs.Enumerate().Max()));
        var labels = Assert.IsType<ClassLabels>(set.Labels);
        Assert.Equal([178, 182, 177, 183, 181, 182, 181, 179, 174, 180], labels.CountByClass().ToArray());
        Assert.Equal("7", labels.NameOf(7));
    }

    [Fact]
    public void The_first_digit_is_a_0()
    {
        var set = Digits.All();
        Assert.Equal([0, 0, 5, 13, 9, 1, 0, 0], ((ByteFeatures)set.Features).Sample(0)[..8].ToArray());
        Assert.Equal(0, ((ClassLabels)set.Labels).Classes[0]);
    }

    [Fact]
    public void The_split_is_stratified_and_always_the_same()
    {
        var split = Digits.Load();
        Assert.Equal((1438, 359), (split.Train.Count, split.Test.Count));
        Assert.Equal([142, 146, 142, 146, 145, 146, 145, 143, 139, 144], ((ClassLabels)split.Train.Labels).CountByClass().ToArray());
        Assert.Equal(split, Digits.Load());

        // The pixels of the test part: a change means that results on it are no longer comparable.
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var sample = 0; sample < split.Test.Count; sample++)
        {
            hash.AppendData(((ByteFeatures)split.Test.Features).Sample(sample));
        }

        Assert.Equal("e365b168e3c1bcad", Convert.ToHexStringLower(hash.GetHashAndReset())[..16]);
    }
}
