namespace Functional.Verification;

using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Functional.Networks;
using LanguageExt;

/// <summary>Generates losses with every reduction, and targets that fit them.</summary>
internal static class Losses
{
    public static Seq<Kind<Loss>> Kinds { get; } = Prelude.Seq<Kind<Loss>>(
        new(typeof(SoftmaxCrossEntropy), 3, Reductions.Select(Loss (reduction) => new SoftmaxCrossEntropy(reduction))),
        new(typeof(SigmoidCrossEntropy), 2, Reductions.Select(Loss (reduction) => new SigmoidCrossEntropy(reduction))),
        new(typeof(SquaredError), 3, Reductions.Zip(Gen.Elements(false, true), Loss (reduction, half) => new SquaredError(reduction, half))),
        new(typeof(AbsoluteError), 1, Reductions.Select(Loss (reduction) => new AbsoluteError(reduction))),
        new(typeof(Huber), 2, Reductions.Zip(Numbers.Hundredths(1, 300), Loss (reduction, delta) => new Huber(delta, reduction))));

    public static Arbitrary<Loss> Arbitrary { get; } = Arb.From(Kind<Loss>.AnyOf(Kinds), Shrink);

    private static Gen<Reduction> Reductions => Gen.Elements(Enum.GetValues<Reduction>());

    /// <summary>The sum of squared errors, then the same loss as a sum.</summary>
    public static IEnumerable<Loss> Shrink(Loss loss) =>
        new[] { new SquaredError(Reduction.Sum), Summed(loss) }.TakeWhile(simpler => simpler != loss).Distinct();

    /// <summary>What targets a loss takes, the simplest first.</summary>
    public static IReadOnlyList<TargetKind> Targets(Loss loss) => loss switch
    {
        SoftmaxCrossEntropy or SigmoidCrossEntropy => [TargetKind.Classes, TargetKind.OneHot, TargetKind.Soft],
        _ => [TargetKind.Values, TargetKind.OneHot, TargetKind.Classes],
    };

    /// <summary>The same loss, as a sum over the samples.</summary>
    public static Loss Summed(Loss loss) => loss switch
    {
        SoftmaxCrossEntropy => new SoftmaxCrossEntropy(Reduction.Sum),
        SigmoidCrossEntropy => new SigmoidCrossEntropy(Reduction.Sum),
        AbsoluteError => new AbsoluteError(Reduction.Sum),
        Huber huber => new Huber(huber.Delta, Reduction.Sum),
        SquaredError squared => new SquaredError(Reduction.Sum, squared.Half),
        _ => loss,
    };
}
