namespace Functional.Data.Tests;

using System;
using System.Collections.Immutable;
using System.Linq;
using Functional.Data.Tests.Idx;
using Functional.Numerics.Randomness;
using Xunit;

public sealed class DataSetTests
{
    [Fact]
    public void Images_and_labels_become_a_set()
    {
        var set = TestSets.Good(DataSet.FromIdx("pictures", IdxBytes.Tensor(IdxBytes.Images(3, 2, 4)), IdxBytes.Tensor(IdxBytes.Labels(0, 4, 1))));
        Assert.Equal((3, 8, 5), (set.Count, set.FeatureCount, set.OutputCount));
        Assert.Equal(new SampleShape(2, 4), set.Shape);
        Assert.Equal(new Scaling.None(), set.Scaling);
        Assert.Equal([56, 63, 70, 77, 84, 91, 98, 105], Assert.IsType<ByteFeatures>(set.Features).Sample(1).ToArray());
        Assert.Equal("pictures: 3 samples of 2 × 4, 5 classes", set.ToString());
    }

    [Fact]
    public void Bytes_are_shared_with_the_file_and_other_numbers_become_real()
    {
        var images = IdxBytes.Tensor(IdxBytes.Images(3, 2, 4));
        var set = TestSets.Good(DataSet.FromIdx("pictures", images, IdxBytes.Tensor(IdxBytes.Labels(0, 4, 1))));
        Assert.True(((ByteFeatures)set.Features).Sample(0).Overlaps(((IdxElements<byte>)images.Elements).Values.AsSpan()));
        var shorts = IdxBytes.Tensor(IdxBytes.Of(IdxBytes.Int16, [2, 2], 0xFF, 0xFF, 1, 0, 0, 2, 0x80, 0));
        var real = TestSets.Good(DataSet.FromIdx("numbers", shorts, IdxBytes.Tensor(IdxBytes.Labels(0, 0))));
        Assert.Equal(new RealFeatures([-1, 256, 2, -32768], 2), real.Features);
        Assert.Equal(new SampleShape(2), real.Shape);
    }

    [Fact]
    public void There_are_as_many_classes_as_said_or_one_more_than_the_largest_label_and_at_least_2()
    {
        var images = IdxBytes.Tensor(IdxBytes.Images(2, 1, 1));
        Assert.Equal(2, TestSets.Good(DataSet.FromIdx("a", images, IdxBytes.Tensor(IdxBytes.Labels(0, 0)))).OutputCount);
        Assert.Equal(27, TestSets.Good(DataSet.FromIdx("a", images, IdxBytes.Tensor(IdxBytes.Labels(26, 1)))).OutputCount);
        Assert.Equal(30, TestSets.Good(DataSet.FromIdx("a", images, IdxBytes.Tensor(IdxBytes.Labels(26, 1)), classCount: 30)).OutputCount);
        Assert.Throws<ArgumentOutOfRangeException>(() => DataSet.FromIdx("a", images, IdxBytes.Tensor(IdxBytes.Labels(0, 0)), classCount: 1));
    }

    [Fact]
    public void Labels_may_be_numbers_of_any_type_as_long_as_they_are_integers()
    {
        var images = IdxBytes.Tensor(IdxBytes.Images(2, 1, 1));
        var singles = IdxBytes.Tensor(IdxBytes.Of(IdxBytes.Float32, [2], 0x40, 0x40, 0, 0, 0, 0, 0, 0));
        Assert.Equal([3, 0], ((ClassLabels)TestSets.Good(DataSet.FromIdx("a", images, singles)).Labels).Classes.ToArray());
        var halves = IdxBytes.Tensor(IdxBytes.Of(IdxBytes.Float32, [2], 0x40, 0x40, 0, 0, 0x3F, 0, 0, 0));
        Assert.Equal(["numbers: label 1 is 0.5; expected integers from 0 to 65,535."], TestSets.Messages(DataSet.FromIdx("a", images, halves)));
        var nothing = IdxBytes.Tensor(IdxBytes.Of(IdxBytes.Float32, [2], 0x7F, 0xC0, 0, 0, 0, 0, 0, 0));
        Assert.Equal(["numbers: label 0 is NaN; expected integers from 0 to 65,535."], TestSets.Messages(DataSet.FromIdx("a", images, nothing)));
    }

    [Fact]
    public void Labels_out_of_range_are_a_fault()
    {
        var images = IdxBytes.Tensor(IdxBytes.Images(2, 1, 1));
        Assert.Equal(["numbers: label 1 is 10; expected integers from 0 to 9."], TestSets.Messages(DataSet.FromIdx("a", images, IdxBytes.Tensor(IdxBytes.Labels(9, 10)), classCount: 10)));
        var negative = IdxBytes.Tensor(IdxBytes.Of(IdxBytes.SignedByte, [2], 3, 0xFE));
        Assert.Equal(["numbers: label 1 is -2; expected integers from 0 to 65,535."], TestSets.Messages(DataSet.FromIdx("a", images, negative)));
        var vast = IdxBytes.Tensor(IdxBytes.Of(IdxBytes.Int32, [2], 0, 0, 0, 0, 0, 1, 0, 0));
        Assert.Equal(["numbers: label 1 is 65536; expected integers from 0 to 65,535."], TestSets.Messages(DataSet.FromIdx("a", images, vast)));
    }

    [Fact]
    public void All_that_is_wrong_with_a_pair_is_told_at_once()
    {
        var images = IdxBytes.Tensor(IdxBytes.Images(3, 2, 4));
        Assert.Equal(
            ["numbers: there are 2 labels, but numbers has 3 samples; expected a label for each sample.", "numbers: label 1 is 200; expected integers from 0 to 9."],
            TestSets.Messages(DataSet.FromIdx("a", images, IdxBytes.Tensor(IdxBytes.Labels(1, 200)), classCount: 10)));
        Assert.Equal(
            ["numbers: there is 1 dimension, of size 2; expected at least 2 for samples: their number, then the sizes of one.", "numbers: there are 3 dimensions, 3 × 2 × 4; expected 1 dimension for labels: their number."],
            TestSets.Messages(DataSet.FromIdx("swapped", IdxBytes.Tensor(IdxBytes.Labels(1, 0)), images)));
    }

    [Fact]
    public void No_samples_and_numbers_that_are_not_finite_are_faults()
    {
        Assert.Equal(
            ["nothing: there are no samples; expected at least 1.", "nothing: there are features of 0 samples and labels of 1 sample; expected a label for each sample."],
            TestSets.Messages(DataSet.Create("nothing", new ByteFeatures([], 4), new ClassLabels([0], 2))));
        Assert.Equal(
            ["odd: feature 0 of sample 1 is NaN; expected finite numbers.", "odd: a label is Infinity; expected finite numbers."],
            TestSets.Messages(DataSet.Create("odd", new RealFeatures([1, 2, double.NaN, 3], 2), new ValueLabels([1, double.PositiveInfinity]))));
        Assert.Contains("A sample has 2 features; the shape 3 × 3 has 9.", Assert.Throws<ArgumentException>(() => DataSet.Create("odd", new RealFeatures([1, 2], 2), new ValueLabels([1]), new SampleShape(3, 3))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sets_that_show_the_same_are_equal()
    {
        var set = TestSets.Bytes(20, 4, 3);
        Assert.Equal(set, TestSets.Bytes(20, 4, 3));
        Assert.Equal(set.GetHashCode(), TestSets.Bytes(20, 4, 3).GetHashCode());
        Assert.Equal(set, set.Select([.. Enumerable.Range(0, 20)]));
        Assert.NotEqual(set, set.Take(19));
        Assert.NotEqual(set, set.Scaled(new Scaling.UnitInterval(255)));
        Assert.NotEqual(set, set.Named("other"));
    }

    [Fact]
    public void A_selection_keeps_features_and_labels_together()
    {
        var set = TestSets.Bytes(600, 4, 7).Scaled(new Scaling.UnitInterval(255));
        var selection = set.Select([599, 0, 300, 300]).Take(3);
        Assert.Equal([599, 0, 300], Enumerable.Range(0, 3).Select(i => TestSets.Number(selection, i)));
        Assert.Equal([599 % 7, 0, 300 % 7], ((ClassLabels)selection.Labels).Classes.ToArray());
        Assert.Equal(set.Scaling, selection.Scaling);
        Assert.Throws<ArgumentException>(() => set.Select([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => set.Select([600]));
        Assert.Contains("set has 600 samples; from 1 to 600 can be taken.", Assert.Throws<ArgumentOutOfRangeException>(() => set.Take(601)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => set.Take(0));
    }

    [Fact]
    public void A_split_shares_every_sample_out_once_and_keeps_the_order()
    {
        foreach (var count in (int[])[2, 3, 64, 65, 301])
        {
            var set = TestSets.Bytes(count, 3, 2);
            for (var seed = 0UL; seed < 10; seed++)
            {
                var trainCount = 1 + (int)(RandomKey.FromSeed(seed).Bits32(0) % (uint)(count - 1));
                var split = set.Split(trainCount, RandomKey.FromSeed(seed));
                Assert.Equal((trainCount, count - trainCount), (split.Train.Count, split.Test.Count));
                AssertPartition(set, split);
                Assert.Equal(split, set.Split(trainCount, RandomKey.FromSeed(seed)));
            }
        }
    }

    [Fact]
    public void A_share_is_rounded_to_the_nearest_count()
    {
        var set = TestSets.Bytes(10, 3, 2);
        Assert.Equal(3, set.Split(0.34, RandomKey.FromSeed(1)).Train.Count);
        Assert.Equal(4, set.Split(0.35, RandomKey.FromSeed(1)).Train.Count);
        Assert.Equal(set.Split(3, RandomKey.FromSeed(1)), set.Split(0.3, RandomKey.FromSeed(1)));
        Assert.Equal("set train", set.Split(3, RandomKey.FromSeed(1)).Train.Name);
        Assert.Equal("set test", set.Split(3, RandomKey.FromSeed(1)).Test.Name);
    }

    [Fact]
    public void Different_keys_split_differently_and_every_sample_is_tested_now_and_then()
    {
        var set = TestSets.Bytes(40, 3, 2);
        var times = new int[40];
        for (var seed = 0UL; seed < 400; seed++)
        {
            var test = set.Split(30, RandomKey.FromSeed(seed)).Test;
            for (var i = 0; i < test.Count; i++)
            {
                times[TestSets.Number(test, i)]++;
            }
        }

        // Binomial with n = 400 and p = 1/4: 100 ± 5 standard deviations.
        Assert.All(times, count => Assert.InRange(count, 57, 143));
    }

    [Fact]
    public void A_stratified_split_takes_the_same_share_of_each_class()
    {
        for (var seed = 0UL; seed < 10; seed++)
        {
            var classes = Enumerable.Range(0, 500).Select(i => (int)(RandomKey.FromSeed(seed).Bits32(i) % 36) switch { < 20 => 0, < 30 => 1, < 35 => 2, _ => 4 }).ToArray();
            var whole = TestSets.Bytes(500, 3, 2);
            var set = TestSets.Good(DataSet.Create("set", whole.Features, new ClassLabels([.. classes], 5)));
            var split = set.SplitStratified(0.7, RandomKey.FromSeed(seed));
            AssertPartition(set, split);
            var all = ((ClassLabels)set.Labels).CountByClass();
            Assert.Equal(all.Select(count => (int)Math.Floor((0.7 * count) + 0.5)), ((ClassLabels)split.Train.Labels).CountByClass());
            Assert.Equal(split, set.SplitStratified(0.7, RandomKey.FromSeed(seed)));
            Assert.NotEqual(split, set.SplitStratified(0.7, RandomKey.FromSeed(seed + 1)));
        }
    }

    [Fact]
    public void Impossible_splits_are_refused()
    {
        var set = TestSets.Bytes(10, 3, 2);
        var key = RandomKey.FromSeed(1);
        foreach (var trainCount in (int[])[-1, 0, 10, 11])
        {
            Assert.Contains("set has 10 samples; a training part must have from 1 to 9", Assert.Throws<ArgumentOutOfRangeException>(() => set.Split(trainCount, key)).Message, StringComparison.Ordinal);
        }

        foreach (var share in (double[])[-0.1, 0.0, 1.0, 1.5, double.NaN])
        {
            Assert.Contains("must be between 0 and 1", Assert.Throws<ArgumentOutOfRangeException>(() => set.Split(share, key)).Message, StringComparison.Ordinal);
            Assert.Contains("must be between 0 and 1", Assert.Throws<ArgumentOutOfRangeException>(() => set.SplitStratified(share, key)).Message, StringComparison.Ordinal);
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => set.Split(0.01, key));
        Assert.Contains("one part would have none", Assert.Throws<ArgumentOutOfRangeException>(() => set.SplitStratified(0.01, key)).Message, StringComparison.Ordinal);
        Assert.Contains("has values to predict and no classes", Assert.Throws<ArgumentException>(() => TestSets.Reals(10, 2).SplitStratified(0.5, key)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_split_copies_no_features()
    {
        var set = TestSets.Bytes(4, 500_000, 2);
        set.Split(2, RandomKey.FromSeed(1));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var split = set.Split(2, RandomKey.FromSeed(1));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000);
        Assert.Equal(2, split.Test.Count);
    }

    private static void AssertPartition(DataSet set, DataSplit split)
    {
        ImmutableArray<int> train = [.. Enumerable.Range(0, split.Train.Count).Select(i => TestSets.Number(split.Train, i))];
        ImmutableArray<int> test = [.. Enumerable.Range(0, split.Test.Count).Select(i => TestSets.Number(split.Test, i))];
        Assert.Equal(train.Order(), train);
        Assert.Equal(test.Order(), test);
        Assert.Equal(Enumerable.Range(0, set.Count), train.Concat(test).Order());
        Assert.Equal(train.Select(i => ((ClassLabels)set.Labels).Classes[i]), ((ClassLabels)split.Train.Labels).Classes);
        Assert.Equal(test.Select(i => ((ClassLabels)set.Labels).Classes[i]), ((ClassLabels)split.Test.Labels).Classes);
    }
}
