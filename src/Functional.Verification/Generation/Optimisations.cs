namespace Functional.Verification;

using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Functional.Networks;
using LanguageExt;

/// <summary>Generates optimisers: chains of any transformations around a learning rate, and the well-known ones.</summary>
internal static class Optimisations
{
    /// <summary>The transformations that are not made of others.</summary>
    public static Seq<Kind<GradientTransformation>> Links { get; } = Prelude.Seq<Kind<GradientTransformation>>(
        new(typeof(Momentum), 2, Decays.Select(GradientTransformation (decay) => new Momentum(decay))),
        new(typeof(Nesterov), 2, Decays.Select(GradientTransformation (decay) => new Nesterov(decay))),
        new(typeof(ScaleByAdaGrad), 2, Gen.Constant<GradientTransformation>(new ScaleByAdaGrad())),
        new(typeof(ScaleByRmsProp), 2, Decays.Select(GradientTransformation (decay) => new ScaleByRmsProp(decay))),
        new(typeof(ScaleByCentredRmsProp), 2, Decays.Select(GradientTransformation (decay) => new ScaleByCentredRmsProp(decay, 0.01))),
        new(typeof(ScaleByAdam), 2, Decays.Zip(Decays, GradientTransformation (first, second) => new ScaleByAdam(first, second))),
        new(typeof(ScaleByAmsGrad), 2, Decays.Zip(Decays, GradientTransformation (first, second) => new ScaleByAmsGrad(first, second))),
        new(typeof(ScaleByNAdam), 2, Decays.Zip(Decays, GradientTransformation (first, second) => new ScaleByNAdam(first, second))),
        new(typeof(ScaleByAdaMax), 2, Decays.Zip(Decays, GradientTransformation (first, second) => new ScaleByAdaMax(first, second))),
        new(typeof(Lion), 2, Decays.Zip(Decays, GradientTransformation (first, second) => new Lion(first, second))),
        new(typeof(ScaleByTrustRatio), 2, Gen.Constant<GradientTransformation>(new ScaleByTrustRatio())),
        new(typeof(AddDecayedWeights), 2, Numbers.Hundredths(0, 50).Zip(Choices, GradientTransformation (decay, choice) => new AddDecayedWeights(decay, choice))),
        new(typeof(AddPenalty), 1, Penalties.Arbitrary.Generator.Zip(Choices, GradientTransformation (penalty, choice) => new AddPenalty(penalty, choice))),
        new(typeof(ClipByValue), 2, Limits.Select(GradientTransformation (limit) => new ClipByValue(limit))),
        new(typeof(ClipByGlobalNorm), 2, Limits.Select(GradientTransformation (limit) => new ClipByGlobalNorm(limit))),
        new(typeof(ClipByLayerNorm), 2, Limits.Select(GradientTransformation (limit) => new ClipByLayerNorm(limit))),
        new(typeof(MaxNorm), 2, Limits.Zip(Choices, GradientTransformation (limit, choice) => new MaxNorm(limit, choice))),
        new(typeof(AverageParameters), 1, Decays.Select(GradientTransformation (decay) => new AverageParameters(decay))),
        new(typeof(Freeze), 1, Choices.Select(GradientTransformation (choice) => new Freeze(choice))),
        new(typeof(Scale), 1, Numbers.Hundredths(-50, 150).Select(GradientTransformation (factor) => new Scale(factor))),
        new(typeof(ScaleBySchedule), 1, Schedules.Arbitrary.Generator.Select(GradientTransformation (factor) => new ScaleBySchedule(factor))),
        new(typeof(ReduceOnPlateau), 2, from factor in Numbers.Hundredths(1, 99) from patience in Gen.Choose(0, 1) from period in Gen.Choose(1, 2) select (GradientTransformation)new ReduceOnPlateau(factor, patience, period)),
        new(typeof(AdaptRate), 2, Gen.Choose(1, 2).Zip(Gen.Choose(0, 1), GradientTransformation (period, patience) => new AdaptRate(period, patience))),
        new(typeof(ScaleByRate), 2, Schedules.Arbitrary.Generator.Select(GradientTransformation (rate) => new ScaleByRate(rate))));

    /// <summary>All transformations.</summary>
    public static Seq<Kind<GradientTransformation>> Kinds { get; } = (Links + Prelude.Seq(
        new Kind<GradientTransformation>(typeof(Chained), 4, ChainOf(Kind<GradientTransformation>.AnyOf(Links))),
        new Kind<GradientTransformation>(typeof(Accumulate), 4, Gen.Choose(1, 3).Zip(ChainOf(Kind<GradientTransformation>.AnyOf(Links)), GradientTransformation (count, inner) => new Accumulate(count, inner))),
        new Kind<GradientTransformation>(typeof(ForParameters), 4, Choices.Zip(ChainOf(Kind<GradientTransformation>.AnyOf(Links)), GradientTransformation (choice, inner) => new ForParameters(choice, inner))),
        new Kind<GradientTransformation>(typeof(SkipNonFinite), 4, ChainOf(Kind<GradientTransformation>.AnyOf(Links)).Select(GradientTransformation (inner) => new SkipNonFinite(inner))))).Strict();

    public static Arbitrary<GradientTransformation> Arbitrary { get; } = Arb.From(
        Gen.OneOf(Named, Around(Kind<GradientTransformation>.AnyOf(Kinds))),
        Shrink);

    private static Gen<double> Decays => Numbers.Hundredths(0, 99);

    private static Gen<double> Limits => Numbers.Hundredths(1, 300);

    private static Gen<ParameterChoice> Choices => Gen.Elements(
        ParameterChoice.All, ParameterChoice.Weights, ParameterChoice.Weights.Complement(), ParameterChoice.All.Complement());

    private static Gen<GradientTransformation> Named =>
        from rate in Schedules.Arbitrary.Generator
        from decay in Decays
        from other in Decays
        from optimiser in Gen.Elements(
            Optimisers.Sgd(rate),
            Optimisers.Momentum(rate, decay),
            Optimisers.Nesterov(rate, decay),
            Optimisers.AdaGrad(rate),
            Optimisers.RmsProp(rate, decay),
            Optimisers.CentredRmsProp(rate, decay),
            Optimisers.Adam(rate, decay, other),
            Optimisers.AmsGrad(rate, decay, other),
            Optimisers.AdamW(rate, other, decay),
            Optimisers.NAdam(rate, decay, other),
            Optimisers.AdaMax(rate, decay, other),
            Optimisers.Lion(rate, other, decay),
            Optimisers.Lamb(rate, other, decay))
        select optimiser;

    /// <summary>None to three links, one of them nested now and then.</summary>
    private static Gen<GradientTransformation> ChainOf(Gen<GradientTransformation> link) =>
        Gen.Choose(0, 3).SelectMany(count => link.ArrayOf(count)).Select(GradientTransformation (links) => new Chained(links.ToSeq().Strict()));

    /// <summary>Transformations before and behind a learning rate.</summary>
    private static Gen<GradientTransformation> Around(Gen<GradientTransformation> link) =>
        from before in Gen.Choose(0, 2).SelectMany(count => link.ArrayOf(count))
        from rate in Schedules.Arbitrary.Generator
        from behind in Gen.Choose(0, 1).SelectMany(count => link.ArrayOf(count))
        select (GradientTransformation)new Chained((before.ToSeq() + Prelude.Seq1<GradientTransformation>(new ScaleByRate(rate)) + behind.ToSeq()).Strict());

    private static IEnumerable<GradientTransformation> Shrink(GradientTransformation optimiser)
    {
        var parts = optimiser is Chained chain
            ? chain.Parts.Concat(Enumerable.Range(0, chain.Parts.Count).Select(GradientTransformation (left) => new Chained(chain.Parts.Where((_, place) => place != left).ToSeq().Strict())))
            : [];
        return new[] { Optimisers.Sgd(0.1) }.TakeWhile(simplest => simplest != optimiser).Concat(optimiser == Optimisers.Sgd(0.1) ? [] : parts);
    }
}
