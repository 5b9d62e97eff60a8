namespace Functional.Cli.Tests;

using System;
using System.Threading;
using System.Threading.Tasks;
using Functional.Experiments;
using LanguageExt;
using Xunit;

public sealed class RehearsalTests
{
    private static readonly DataSource Files = new DataSource.MnistDirectory("nowhere");

    [Fact]
    public async Task The_experiment_is_rehearsed_on_the_digits_until_the_samples_are_there()
    {
        var begun = new TaskCompletionSource<(TrainSettings Settings, int Samples)>();
        var rehearsal = Rehearsal.Begin(Settings(Files, 2, 50), (settings, split, end) =>
        {
            begun.SetResult((settings, split.Train.Count));
            Assert.True(SpinWait.SpinUntil(() => end.IsCancellationRequested, TimeSpan.FromMinutes(1)));
        });
        var (seen, samples) = await begun.Task;
        Assert.False(rehearsal.Work.IsCompleted);
        rehearsal.Dispose();
        await rehearsal.Work;

        Assert.Equal(Prelude.Seq1(50), seen.Experiment.Hidden);
        Assert.True(samples > 1000);
    }

    [Theory]
    [InlineData(1, 50, true, "one thread computes")]
    [InlineData(2, 50, false, "the digits are there at once")]
    [InlineData(2, 8192, true, "the network is large")]
    public async Task Nothing_is_rehearsed_where(int threads, int hidden, bool areFiles, string reason)
    {
        var count = 0;
        using var rehearsal = Rehearsal.Begin(Settings(areFiles ? Files : new DataSource.EmbeddedDigits(), threads, hidden), (_, _, _) => Interlocked.Increment(ref count));
        await rehearsal.Work;
        Assert.True(count == 0, reason);
    }

    private static TrainSettings Settings(DataSource data, int threads, int hidden) => new(
        Experiment.Create(data, Prelude.Seq1(hidden)).IfFail(faults => throw new InvalidOperationException(faults.ToString())),
        threads,
        Prelude.None,
        Json: true,
        Prelude.None,
        Diagnose: false);
}
