namespace Functional.Networks.Tests.Schedules;

using System;
using Xunit;

public sealed class RangeTests
{
    [Fact]
    public void Rates_are_finite_and_not_negative()
    {
        Ranges.NotNegative("rate", rate => new ConstantRate(rate));
        Ranges.NotNegative("rate", rate => new CosineDecay(rate, 1));
        Ranges.NotNegative("end", end => new CosineDecay(1, 1, end));
        Ranges.NotNegative("rate", rate => new CosineRestarts(rate, 1));
        Ranges.NotNegative("end", end => new CosineRestarts(1, 1, end: end));
        Ranges.NotNegative("rate", rate => new ExponentialDecay(rate, 0.5));
        Ranges.NotNegative("rate", rate => new InverseTimeDecay(rate, 0.5));
        Ranges.NotNegative("decay", decay => new InverseTimeDecay(1, decay));
        Ranges.NotNegative("from", from => new LinearRate(from, 1, 1));
        Ranges.NotNegative("to", to => new LinearRate(1, to, 1));
        Ranges.NotNegative("peak", peak => new OneCycle(peak, 2));
        Ranges.NotNegative("rate", rate => new Piecewise(rate));
        Ranges.NotNegative("changes", rate => new Piecewise(1, (1, rate)));
        Ranges.NotNegative("rate", rate => new PolynomialDecay(rate, 0, 1));
        Ranges.NotNegative("end", end => new PolynomialDecay(1, end, 1));
        Ranges.NotNegative("rate", rate => new StepDecay(rate, 0.5, 1));
    }

    [Fact]
    public void There_is_at_least_one_step()
    {
        Ranges.Count("steps", steps => new CosineDecay(1, steps));
        Ranges.Count("period", period => new CosineRestarts(1, period));
        Ranges.Count("growth", growth => new CosineRestarts(1, 1, growth));
        Ranges.Count("period", period => new ExponentialDecay(1, 0.5, period));
        Ranges.Count("period", period => new InverseTimeDecay(1, 0.5, period));
        Ranges.Count("steps", steps => new ConstantRate(1).FollowedAfter(steps, 2));
        Ranges.Count("steps", steps => new LinearRate(1, 2, steps));
        Ranges.Count("steps", steps => new PolynomialDecay(1, 2, steps));
        Ranges.Count("period", period => new StepDecay(1, 0.5, period));
        Ranges.Count("steps", steps => new ConstantRate(1).WarmedUp(steps));
        Ranges.Hold("steps", steps => new OneCycle(1, steps), [2, 3], [1, 0]);
    }

    [Fact]
    public void Shapes_keep_to_their_ranges()
    {
        Ranges.Hold("factor", factor => new ExponentialDecay(1, factor), [double.Epsilon, 1], [0, double.BitIncrement(1), double.NaN]);
        Ranges.Hold("factor", factor => new StepDecay(1, factor, 1), [double.Epsilon, 1], [0, double.BitIncrement(1), double.NaN]);
        Ranges.Positive("power", power => new PolynomialDecay(1, 0, 1, power));
        Ranges.Hold("rise", rise => new OneCycle(1, 2, rise), [double.Epsilon, double.BitDecrement(1)], [0, 1, double.NaN]);
        Ranges.Hold("startDivisor", divisor => new OneCycle(1, 2, startDivisor: divisor), [1, double.MaxValue], [double.BitDecrement(1), double.NaN, double.PositiveInfinity]);
        Ranges.Hold("endDivisor", divisor => new OneCycle(1, 2, endDivisor: divisor), [1, double.MaxValue], [double.BitDecrement(1), double.NaN, double.PositiveInfinity]);
        Assert.Throws<ArgumentException>(() => new Piecewise(1, (0, 1)));
        Assert.Throws<ArgumentException>(() => new Piecewise(1, (3, 1), (2, 1)));
    }
}
