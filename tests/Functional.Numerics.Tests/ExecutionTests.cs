namespace Functional.Numerics.Tests;

using System;
using System.Linq;
using System.Runtime.Intrinsics.X86;
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
    public void One_thread_is_the_default() => Assert.Equal((1, VectorWidth.Widest), (Execution.Sequential.Threads, Execution.Sequential.Width));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(Execution.MaximumThreads)]
    public void A_number_of_threads_is_kept(int threads) => Assert.Equal(threads, new Execution { Threads = threads }.Threads);

    [Fact]
    public void All_cores_are_as_many_threads_as_the_process_has_processors() => Assert.Equal(Execution.Sequential with { Threads = Environment.ProcessorCount }, Execution.AllCores);

    [Fact]
    public void The_width_that_is_used_is_the_one_asked_for_and_the_widest_is_one_of_these()
    {
        foreach (var width in Enum.GetValues<VectorWidth>().Where(width => width != VectorWidth.Widest))
        {
            Assert.Equal(width, new Execution { Width = width }.EffectiveWidth);
        }

        var widest = Execution.Sequential.EffectiveWidth;
        Assert.NotEqual(VectorWidth.Widest, widest);
        Assert.True(widest >= VectorWidth.Bits256 || !Fma.IsSupported || !Avx2.IsSupported);
    }
}
