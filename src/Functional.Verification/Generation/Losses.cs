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
    public static Seq<Kind<Loss>> Kinds { get; } = Plain + Prelude.Seq<Kind<Loss>>(
        new(typeof(ClassWeighted), 3, Kind<Loss>.AnyOf(Plain).Zip(ClassWeights, Loss (inner, weights) => inner.WithClassWeights(weights))),
        new(typeof(LabelSmoothed), 3, Kind<Loss>.AnyOf(Plain.Filter(IsSmoothable)).Zip(Numbers.Hundredths(0, 90), Loss (inner, amount) => inner.Smoothed(amount))));

    public static Arbitrary<Loss> Arbitrary { get; } = Arb.From(Kind<Loss>.AnyOf(Kinds), Shrink);

    /// <summary>The losses that are no other loss with something added.</summary>
    private static Seq<Kind<Loss>> Plain => Prelude.Seq<Kind<Loss>>(
        new(typeof(SoftmaxCrossEntropy), 3, Reductions.Select(Loss (reduction) => new SoftmaxCrossEntropy(reduction))),
        new(typeof(SigmoidCrossEntropy), 2, Reductions.Select(Loss (reduction) => new SigmoidCrossEntropy(reduction))),
        new(typeof(SquaredError), 3, Reductions.Zip(Gen.Elements(false, true), Loss (reduction, half) => new SquaredError(reduction, half))),
        new(typeof(AbsoluteError), 1, Reductions.Select(Loss (reduction) => new AbsoluteError(reduction))),
        new(typeof(Huber), 2, Reductions.Zip(Numbers.Hundredths(1, 300), Loss (reduction, delta) => new Huber(delta, reduction))),
        new(typeof(SoftmaxFocal), 2, Reductions.Zip(Gammas, Loss (reduction, gamma) => new SoftmaxFocal(gamma, reduction))),
        new(typeof(SigmoidFocal), 2, Reductions.Zip(Gammas, (reduction, gamma) => (reduction, gamma)).Zip(Alphas, Loss (focal, alpha) => new SigmoidFocal(focal.gamma, alpha, focal.reduction))),
        new(typeof(Hinge), 2, Reductions.Zip(Margins, Loss (reduction, form) => new Hinge(form.Margin, form.Squared, reduction))),
        new(typeof(MulticlassHinge), 2, Reductions.Zip(Margins, Loss (reduction, form) => new MulticlassHinge(form.Margin, form.Squared, reduction))),
        new(typeof(ExpressionLoss), 3, Reductions.Zip(Formulas.Loss, Loss (reduction, expression) => new ExpressionLoss(expression, reduction))));

    private static Gen<Reduction> Reductions => Gen.Elements(Enum.GetValues<Reduction>());

    private static Gen<double> Gammas => Gen.Frequency((1, Gen.Constant(0.0)), (2, Gen.Constant(2.0)), (3, Numbers.Hundredths(1, 500)));

    private static Gen<double?> Alphas => Gen.Frequency((1, Gen.Constant((double?)null)), (1, Numbers.Hundredths(0, 100).Select(alpha => (double?)alpha)));

    private static Gen<(double Margin, bool Squared)> Margins =>
        Gen.OneOf(Gen.Constant(1.0), Numbers.Hundredths(10, 200)).Zip(Gen.Elements(false, true), (margin, squared) => (margin, squared));

    /// <summary>A weight above 0 for each class that a network of any width may have.</summary>
    private static Gen<Seq<double>> ClassWeights => Numbers.Hundredths(10, 300).ArrayOf(Numbers.LargestWidth).Select(weights => weights.ToSeq().Strict());

    /// <summary>The sum of squared errors, then what a loss is made of, then the same loss as a sum.</summary>
    public static IEnumerable<Loss> Shrink(Loss loss) =>
        new[] { new SquaredError(Reduction.Sum), Inner(loss), Summed(loss) }.TakeWhile(simpler => simpler != loss).Distinct();

    /// <summary>What targets a loss takes, the simplest first.</summary>
    public static IReadOnlyList<TargetKind> Targets(Loss loss) => loss switch
    {
        SoftmaxCrossEntropy or SigmoidCrossEntropy or SoftmaxFocal or SigmoidFocal or Hinge or MulticlassHinge => [TargetKind.Classes, TargetKind.OneHot, TargetKind.Soft],
        ClassWeighted or LabelSmoothed => Targets(Inner(loss)),
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
        SoftmaxFocal focal => new SoftmaxFocal(focal.Gamma, Reduction.Sum),
        SigmoidFocal focal => new SigmoidFocal(focal.Gamma, focal.Alpha, Reduction.Sum),
        Hinge hinge => new Hinge(hinge.Margin, hinge.Squared, Reduction.Sum),
        MulticlassHinge hinge => new MulticlassHinge(hinge.Margin, hinge.Squared, Reduction.Sum),
        ExpressionLoss own => new ExpressionLoss(own.Expression, Reduction.Sum),
        ClassWeighted weighted => Summed(weighted.Inner).WithClassWeights(weighted.Weights),
        LabelSmoothed smoothed => Summed(smoothed.Inner).Smoothed(smoothed.Amount),
        _ => loss,
    };

    /// <summary>Whether a loss has all derivatives everywhere.</summary>
    public static bool IsSmooth(Loss loss) => Inner(loss) is not (AbsoluteError or Huber or Hinge or MulticlassHinge or ExpressionLoss { Expression.HasKinks: true });

    /// <summary>The loss without what was added to it.</summary>
    private static Loss Inner(Loss loss) => loss switch
    {
        ClassWeighted weighted => Inner(weighted.Inner),
        LabelSmoothed smoothed => Inner(smoothed.Inner),
        _ => loss,
    };

    private static bool IsSmoothable(Kind<Loss> kind) => kind.Type != typeof(Hinge) && kind.Type != typeof(MulticlassHinge);
}
