namespace Functional.Networks.Tests.Training;

using System.Linq;
using Functional.Networks.Tests.Control;
using Functional.Numerics;
using Xunit;

public sealed class MomentsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_run_that_was_ended_goes_no_further_and_keeps_its_last_state(int threads)
    {
        var execution = new Execution { Threads = threads, WorkPerThread = 1 };
        var expected = Runs.Trajectory.Take(3).Select(Runs.Right).Last().State;
        var run = Runs.Training.Moments(Runs.Start, Runs.Source, Runs.Sampling, execution).GetEnumerator();
        Assert.True(run.MoveNext() && run.MoveNext() && run.MoveNext());
        var last = run.Current;
        run.Dispose();
        run.Dispose();
        Assert.False(run.MoveNext());
        Assert.Equal(expected, last.State);
    }
}
