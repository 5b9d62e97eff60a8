namespace Functional.Data.Tests.Splits;

using System;
using System.Linq;
using Functional.Numerics.Randomness;
using Xunit;

public sealed class HoldingOutTests
{
    private static readonly RandomKey Key = RandomKey.FromSeed(5);

    [Theory]
    [InlineData(2, 0.5)]
    [InlineData(3, 0.4)]
    [InlineData(97, 0.1)]
    [InlineData(101, 0.25)]
    [InlineData(500, 0.99)]
    public void The_parts_are_the_whole_in_its_order_and_have_no_sample_in_common(int count, double share)
    {
        var set = TestSets.Bytes(count, 3, 2);
        foreach (var split in new[] { set.HoldOut(share, Key), set.HoldOutStratified(share, Key) })
        {
            var (train, validation) = (Numbers(split.Train), Numbers(split.Validation));
            Assert.Equal(Enumerable.Range(0, count), train.Concat(validation).Order());
            Assert.Equal(train.Order(), train);
            Assert.Equal(validation.Order(), validation);
            Assert.Equal((int)Math.Floor((share * count) + 0.5), validation.Length);
            Assert.Equal(("set train", "set validation"), (split.Train.Name, split.Validation.Name));
        }
    }

    [Fact]
    public void Strata_are_as_exact_as_whole_samples_can_be()
    {
        foreach (var (count, classes, share) in new[] { (100, 7, 0.1), (97, 5, 0.33), (1000, 13, 0.2), (31, 31, 0.5) })
        {
            var set = TestSets.Bytes(count, 3, classes);
            var all = ((ClassLabels)set.Labels).CountByClass();
            var held = ((ClassLabels)set.HoldOutStratified(share, Key).Validation.Labels).CountByClass();
            var total = held.Sum();
            Assert.Equal((int)Math.Floor((share * count) + 0.5), total);
            Assert.All(all.Zip(held), pair => Assert.True(Math.Abs(pair.Second - ((double)total * pair.First / count)) < 1, $"{pair.Second} of {pair.First}"));
        }

        // Without strata the proportions are chance.
        var digits = Digits.All();
        var chance = ((ClassLabels)digits.HoldOut(0.1, Key).Validation.Labels).CountByClass();
        Assert.Contains(chance.Zip(((ClassLabels)digits.Labels).CountByClass()), pair => Math.Abs(pair.First - (180.0 * pair.Second / 1797)) > 1);
    }

    [Fact]
    public void Remainders_are_given_out_from_the_largest_on()
    {
        Assert.Equal([2, 1, 1], LargestRemainder.Share(4, [5, 3, 3]));
        Assert.Equal([1, 1, 0], LargestRemainder.Share(2, [1, 1, 1]));
        Assert.Equal([0, 0, 5], LargestRemainder.Share(5, [0, 0, 5]));
        Assert.Equal([0, 2, 1], LargestRemainder.Share(3, [1, 5, 3]));
    }

    [Fact]
    public void The_key_decides_and_unlike_that_of_a_test_part()
    {
        var set = TestSets.Bytes(200, 3, 4);
        Assert.Equal(set.HoldOutStratified(0.3, Key), set.HoldOutStratified(0.3, Key));
        Assert.NotEqual(set.HoldOutStratified(0.3, Key), set.HoldOutStratified(0.3, Key.For("other")));
        Assert.NotEqual(Numbers(set.Split(60, Key).Train), Numbers(set.HoldOut(0.3, Key).Validation));
        Assert.NotEqual(Numbers(set.SplitStratified(0.3, Key).Train), Numbers(set.HoldOutStratified(0.3, Key).Validation));
    }

    [Fact]
    public void What_cannot_be_held_out_is_refused()
    {
        var set = TestSets.Bytes(4, 3, 2);
        foreach (var share in new[] { 0, 1, -0.1, double.NaN, 0.1, 0.9 })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => set.HoldOut(share, Key));
            Assert.Throws<ArgumentOutOfRangeException>(() => set.HoldOutStratified(share, Key));
        }

        Assert.Throws<ArgumentException>(() => TestSets.Reals(10, 2).HoldOutStratified(0.5, Key));
        Assert.Equal(5, TestSets.Reals(10, 2).HoldOut(0.5, Key).Validation.Count);
    }

    private static int[] Numbers(DataSet set) => [.. Enumerable.Range(0, set.Count).Select(sample => TestSets.Number(set, sample))];
}
