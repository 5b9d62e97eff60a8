namespace Functional.Networks.Tests.Schedules;

using System;
using System.Linq;
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
    public void Step_decay_falls_by_its_factor_once_a_period() =>
        Assert.Equal([8, 8, 8, 4, 4, 4, 2], Rates(new StepDecay(8, 0.5, 3), 7));

    [Fact]
    public void A_piecewise_rate_changes_at_its_steps() =>
        Assert.Equal([1, 1, 0.5, 0.5, 0.25, 0.25], Rates(new Piecewise(1, (2, 0.5), (4, 0.25)), 6));

    [Fact]
    public void Exponential_decay_is_exact_at_whole_periods_and_even_between_them()
    {
        var schedule = new ExponentialDecay(3, 0.25, 4);
        Assert.Equal(3, schedule.At(0));
        Assert.Equal(0.75, schedule.At(4));
        Assert.Equal(0.1875, schedule.At(8));
        Assert.Equal(1.5, schedule.At(2), 1e-15);
        Assert.All(Enumerable.Range(0, 40), step => Close(3 * Math.Pow(0.25, step / 4.0), schedule.At(step)));
    }

    [Fact]
    public void Polynomial_decay_begins_at_its_rate_and_stays_at_its_end()
    {
        var square = new PolynomialDecay(1, 0.2, 10);
        Assert.Equal([1, 0.2, 0.2], new[] { square.At(0), square.At(10), square.At(99) });
        Close(0.2 + (0.8 * 0.25), square.At(5));
        var root = new PolynomialDecay(1, 0, 10, 0.5);
        Assert.All(Enumerable.Range(0, 11), step => Close(Math.Sqrt(1 - (step / 10.0)), root.At(step)));
    }

    [Fact]
    public void A_linear_rate_goes_straight_and_stays() =>
        Assert.Equal([1, 0.75, 0.5, 0.25, 0, 0], Rates(new LinearRate(1, 0, 4), 6));

    [Fact]
    public void Cosine_decay_is_at_its_rate_its_middle_and_its_end()
    {
        var schedule = new CosineDecay(1, 100, 0.2);
        Assert.Equal(1, schedule.At(0));
        Close(0.6, schedule.At(50));
        Assert.Equal([0.2, 0.2], new[] { schedule.At(100), schedule.At(1000) });
        Assert.All(Enumerable.Range(0, 101), step => Close(0.2 + (0.4 * (1 + Math.Cos(Math.PI * step / 100))), schedule.At(step)));
    }

    [Fact]
    public void Cosine_with_restarts_begins_again_in_longer_and_longer_cycles()
    {
        var schedule = new CosineRestarts(1, 4, 2);
        Assert.Equal([1, 1, 1], new[] { schedule.At(0), schedule.At(4), schedule.At(12) });
        Close(0.5, schedule.At(2));
        Close(0.5, schedule.At(8));
        Close(0.5, schedule.At(20));
        Assert.Equal(new CosineDecay(1, 8).At(7), schedule.At(11));
        Assert.Equal(new CosineRestarts(1, 4).At(3), new CosineRestarts(1, 4).At(4_000_000_000_003));
    }

    [Fact]
    public void A_warm_up_rises_evenly_to_the_first_rate_of_what_follows()
    {
        var schedule = new CosineDecay(1, 10).WarmedUp(3);
        Assert.Equal([0.25, 0.5, 0.75, 1], Rates(schedule, 4));
        Assert.Equal(new CosineDecay(1, 10).At(6), schedule.At(9));
        Assert.Equal(0, schedule.At(13));
    }

    [Fact]
    public void One_cycle_begins_at_a_share_of_its_peak_reaches_it_and_ends_far_below()
    {
        var schedule = new OneCycle(1, 100);
        Assert.Equal(1 / 25.0, schedule.At(0), 1e-16);
        Assert.Equal(1, schedule.At(29), 1e-15);
        Assert.Equal([1 / 25.0 / 1e4, 1 / 25.0 / 1e4], new[] { schedule.At(99), schedule.At(5000) });
        Close(0.04 + (0.96 * (1 - Math.Cos(Math.PI * 10 / 29)) / 2), schedule.At(10));
        Close(4e-6 + ((1 - 4e-6) * (1 + Math.Cos(Math.PI * 35 / 70)) / 2), schedule.At(64));
        Assert.Equal(29, Array.IndexOf(Rates(schedule, 100), Rates(schedule, 100).Max()));
        Assert.All(Rates(new OneCycle(1, 2, 0.1), 4), rate => Assert.InRange(rate, 0, 1));
    }

    [Fact]
    public void Joined_schedules_begin_anew_where_the_one_before_ends() =>
        Assert.Equal([1, 0.5, 4, 2, 1, 7, 7], Rates(new StepDecay(1, 0.5, 1).FollowedAfter(2, new StepDecay(4, 0.5, 1).FollowedAfter(3, 7)), 7));

    [Fact]
    public void The_bits_of_every_schedule_are_what_they_were()
    {
        Schedule[] schedules =
        [
            new ExponentialDecay(0.1, 0.7, 7), new PolynomialDecay(0.1, 0.01, 29, 1.5), new CosineDecay(0.1, 31), new CosineRestarts(0.1, 5, 3), new OneCycle(0.1, 37),
            new CosineDecay(0.3, 17).WarmedUp(3),
        ];
        var bits = schedules.SelectMany(schedule => Rates(schedule, 40)).Aggregate(17UL, (sum, rate) => (sum * 1099511628211UL) ^ (ulong)BitConverter.DoubleToInt64Bits(rate));
        Assert.Equal(10357376783215160955UL, bits);
    }

    [Fact]
    public void Impossible_rates_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConstantRate(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new InverseTimeDecay(1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new InverseTimeDecay(1, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StepDecay(1, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExponentialDecay(1, 1.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PolynomialDecay(1, 0, 10, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LinearRate(1, double.NaN, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CosineDecay(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CosineRestarts(1, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new OneCycle(1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new OneCycle(1, 10, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConstantRate(1).WarmedUp(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConstantRate(1).FollowedAfter(0, 2));
        Assert.Contains("2 follows 2", Assert.Throws<ArgumentException>(() => new Piecewise(1, (2, 1), (2, 3))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_they_begin_and_end_rates_are_those_that_were_given()
    {
        // 0.7 + (0.1 − 0.7) and 0.1 · 3 / 3 are not 0.1 in binary.
        Assert.Equal(0.1, new CosineDecay(0.1, 10, 0.7).At(0));
        Assert.Equal(0.7, new CosineDecay(0.1, 10, 0.7).At(10));
        Assert.Equal(0.1, new CosineRestarts(0.1, 10, end: 0.7).At(20));
        Assert.Equal(0.1, new PolynomialDecay(0.1, 0.7, 10, 1.5).At(0));
        Assert.Equal(0.7, new PolynomialDecay(0.1, 0.7, 10, 1.5).At(10));
        Assert.Equal(0.1, new LinearRate(0.7, 0.1, 10).At(10));
        Assert.Equal(0.1, new ConstantRate(0.1).WarmedUp(2).At(2));
        Assert.Equal(1, new OneCycle(1, 2, 0.1).At(0));

        // The half wave's middle is one less the squared sine, whose last digit is not that of ½.
        Assert.Equal(Math.BitIncrement(0.5), new CosineDecay(1, 2).At(1));
    }

    private static double[] Rates(Schedule schedule, int steps) => [.. Enumerable.Range(0, steps).Select(step => schedule.At(step))];

    private static void Close(double expected, double actual) => Assert.Equal(expected, actual, 1e-15 * Math.Max(1, Math.Abs(expected)));
}
