namespace Functional.Networks.Tests.Schedules;

using System;
using Xunit;

public sealed class ScheduleTests
{
    [Fact]
    public void A_number_is_a_constant_rate()
    {
        Schedule rate = 0.25;
        Assert.Equal(0.25, rate.At(0));
        Assert.Equal(0.25, rate.At(1_000_000));
    }

    [Fact]
    public void Inverse_time_decay_falls_once_a_period()
    {
        var schedule = new InverseTimeDecay(0.1, 0.5, 600);
        Assert.Equal(0.1, schedule.At(0));
        Assert.Equal(0.1, schedule.At(599));
        Assert.Equal(0.1 / 1.5, schedule.At(600));
        Assert.Equal(0.1 / 2, schedule.At(1200));
    }

    [Fact]
    public void Impossible_rates_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConstantRate(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new InverseTimeDecay(1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new InverseTimeDecay(1, 1, 0));
    }
}
