namespace Functional.Data.Tests;

using System;
using System.Linq;
using Functional.Networks;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using Xunit;

public sealed class SamplesTests
{
    [Fact]
    public void A_batch_has_a_column_for_each_index_in_order()
    {
        var set = TestSets.Bytes(300, 7, 5).Scaled(new Scaling.UnitInterval(255));
        for (var seed = 0UL; seed < 20; seed++)
        {
            var indices = RandomKey.FromSeed(seed).Permutation(300).AsSpan()[..(1 + ((int)seed * 13))].ToArray();
            indices[^1] = indices[0];
            var batch = set.As<float>().Gather(indices);
            Assert.Equal((7, indices.Length, indices.Length), (batch.Inputs.RowCount, batch.Inputs.ColumnCount, batch.Targets.Count));
            for (var i = 0; i < indices.Length; i++)
            {
                Assert.Equal(set.Sample<float>(indices[i]).ToArray(), batch.Inputs.ColumnNumbers(i).ToArray());
                Assert.Equal(indices[i] % 5, batch.Targets.ClassOf(i));
            }
        }
    }

    [Fact]
    public void Asking_twice_gives_the_same_bits_in_other_memory()
    {
        var samples = TestSets.Bytes(30, 7, 5).Scaled(new Scaling.UnitInterval(255)).As<float>();
        var (first, second) = (samples.Gather([3, 1, 4]), samples.Gather([3, 1, 4]));
        Assert.Equal(first.Inputs, second.Inputs);
        Assert.Equal(first.Targets, second.Targets);
        Assert.False(first.Inputs.Numbers.Overlaps(second.Inputs.Numbers));
    }

    [Fact]
    public void A_range_and_all_are_gatherings()
    {
        var samples = TestSets.Reals(10, 3).As<double>();
        Assert.Equal(samples.Gather([4, 5, 6]).Inputs, samples.Range(4, 3).Inputs);
        Assert.Equal(samples.Gather([4, 5, 6]).Targets, samples.Range(4, 3).Targets);
        Assert.Equal(samples.Gather([.. Enumerable.Range(0, 10)]).Inputs, samples.All().Inputs);
        Assert.Equal(10, ((ISampleSource<double>)samples).Count);
    }

    [Fact]
    public void Values_to_predict_are_targets_too()
    {
        var targets = Assert.IsType<ValueTargets<double>>(TestSets.Reals(10, 3).As<double>().Gather([9, 2]).Targets);
        Assert.Equal([9, 4.5, 2, 1], targets.Values.Numbers.ToArray());
    }

    [Fact]
    public void What_is_not_there_is_refused()
    {
        var samples = TestSets.Bytes(10, 3, 2).As<float>();
        Assert.Contains("There are 10 samples; an index must be from 0 to 9.", Assert.Throws<ArgumentOutOfRangeException>(() => samples.Gather([0, 10])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => samples.Gather([-1]));
        Assert.Contains("a batch must have at least one", Assert.Throws<ArgumentException>(() => samples.Gather([])).Message, StringComparison.Ordinal);
        Assert.Contains("set has 10 samples; 3 from 8 on are not among them.", Assert.Throws<ArgumentOutOfRangeException>(() => samples.Range(8, 3)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => samples.Range(-1, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => samples.Range(2, int.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => samples.Range(2, 0));
    }

    [Fact]
    public void Samples_of_equal_sets_are_equal()
    {
        Assert.Equal(TestSets.Bytes(10, 3, 2).As<float>(), TestSets.Bytes(10, 3, 2).As<float>());
        Assert.NotEqual(TestSets.Bytes(10, 3, 2).As<float>(), TestSets.Bytes(11, 3, 2).As<float>());
    }
}
