namespace Functional.Networks.Tests.Training;

using System;
using Functional.Networks.Tests.Diagnosis;
using Xunit;

public sealed class SampleSubsetTests
{
    private static readonly Patient.Source All = new Patient.Source(Patient.Clouds(10));

    [Fact]
    public void Its_samples_are_the_chosen_ones_in_their_order()
    {
        var subset = new SampleSubset<double>(All, [7, 2, 2, 9]);
        Assert.Equal(4, subset.Count);
        Assert.Equal(All.Gather([9, 7]), subset.Gather([3, 0]));
        Assert.Equal(subset, new SampleSubset<double>(All, [7, 2, 2, 9]));
        Assert.NotEqual(subset, new SampleSubset<double>(All, [7, 2, 9, 2]));
        Assert.Equal(All.Gather([2, 9]), new SampleSubset<double>(subset, [1, 3]).Gather([0, 1]));
    }

    [Fact]
    public void Samples_that_are_not_there_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SampleSubset<double>(All, [0, 10]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SampleSubset<double>(All, [-1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SampleSubset<double>(All, [0, 1]).Gather([2]));
    }
}
