namespace Functional.Verification;

using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Functional.Networks;
using LanguageExt;

/// <summary>Generates schedules whose corners lie within a few steps.</summary>
internal static class Schedules
{
    public static Seq<Kind<Schedule>> Kinds { get; } = Prelude.Seq<Kind<Schedule>>(
        new(typeof(ConstantRate), 4, Rates.Select(Schedule (rate) => new ConstantRate(rate))),
        new(typeof(InverseTimeDecay), 1, from rate in Rates from decay in Numbers.Hundredths(0, 100) from period in Steps select (Schedule)new InverseTimeDecay(rate, decay, period)),
        new(typeof(StepDecay), 1, from rate in Rates from factor in Factors from period in Steps select (Schedule)new StepDecay(rate, factor, period)),
        new(typeof(Piecewise), 1, from rate in Rates from step in Steps from next in Rates from last in Rates select (Schedule)new Piecewise(rate, (step, next), (step + 2, last))),
        new(typeof(ExponentialDecay), 1, from rate in Rates from factor in Factors from period in Steps select (Schedule)new ExponentialDecay(rate, factor, period)),
        new(typeof(PolynomialDecay), 1, from rate in Rates from end in Rates from steps in Steps from power in Numbers.Hundredths(1, 300) select (Schedule)new PolynomialDecay(rate, end, steps, power)),
        new(typeof(LinearRate), 1, from rate in Rates from to in Rates from steps in Steps select (Schedule)new LinearRate(rate, to, steps)),
        new(typeof(CosineDecay), 1, from rate in Rates from steps in Steps from end in Rates select (Schedule)new CosineDecay(rate, steps, end)),
        new(typeof(CosineRestarts), 1, from rate in Rates from period in Steps from growth in Gen.Choose(1, 2) select (Schedule)new CosineRestarts(rate, period, growth)),
        new(typeof(OneCycle), 1, from rate in Rates from steps in Steps from rise in Numbers.Hundredths(1, 99) select (Schedule)new OneCycle(rate, steps + 1, rise)),
        new(typeof(WarmUp), 1, from rate in Rates from decay in Factors from steps in Steps select new ExponentialDecay(rate, decay).WarmedUp(steps)),
        new(typeof(Joined), 1, from rate in Rates from end in Rates from steps in Steps select new LinearRate(rate, end, steps).FollowedAfter(steps, new CosineDecay(end, steps))));

    public static Arbitrary<Schedule> Arbitrary { get; } = Arb.From(
        Kind<Schedule>.AnyOf(Kinds), schedule => new[] { (Schedule)0.1 }.Where(simplest => simplest != schedule));

    private static Gen<double> Rates => Numbers.Hundredths(0, 20);

    private static Gen<double> Factors => Numbers.Hundredths(1, 100);

    private static Gen<int> Steps => Gen.Choose(1, 5);
}
