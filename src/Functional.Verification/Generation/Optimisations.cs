namespace Functional.Verification;

using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Functional.Networks;
using LanguageExt;

/// <summary>Generates optimisers.</summary>
internal static class Optimisations
{
    public static Arbitrary<GradientTransformation> Arbitrary { get; } = Arb.From(
        Gen.OneOf(
            Rates.Select(Optimisers.Sgd),
            Rates.Zip(Numbers.Hundredths(0, 99), (rate, decay) => Optimisers.Momentum(rate, decay)),
            from rate in Rates
            from first in Numbers.Hundredths(0, 99)
            from second in Numbers.Hundredths(0, 99)
            select Optimisers.Adam(rate, first, second),
            from rate in Rates
            from decay in Numbers.Hundredths(0, 99)
            from inner in Numbers.Hundredths(0, 99)
            select new Momentum(decay).Then(new Chained(Prelude.Seq<GradientTransformation>(new ScaleByAdam(inner, decay), new ScaleByRate(rate))))),
        Shrink);

    private static Gen<Schedule> Rates => Gen.OneOf(
        Numbers.Hundredths(0, 20).Select(Schedule (rate) => new ConstantRate(rate)),
        from rate in Numbers.Hundredths(1, 20)
        from decay in Numbers.Hundredths(0, 100)
        from period in Gen.Choose(1, 3)
        select (Schedule)new InverseTimeDecay(rate, decay, period));

    private static IEnumerable<GradientTransformation> Shrink(GradientTransformation optimiser) =>
        new[] { Optimisers.Sgd(0.1) }.Where(simplest => simplest != optimiser);
}
