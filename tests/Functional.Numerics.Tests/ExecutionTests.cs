namespace Functional.Numerics.Tests;

using System;
using Xunit;

public sealed class ExecutionTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1025)]
    public void A_number_of_threads_outside_its_range_is_refused(int threads) =>
        Assert.Contains("from 1 to 1024", Assert.Throws<ArgumentOutOfRangeException>(() => new Execution { Threads = threads }).Message, StringComparison.Ordinal);

    [Fact]
    public void One_thread_is_the_default() => Assert.Equal(1, Execution.Sequential.Threads);
}
