namespace Functional.Networks.Tests.Losses;

using Functional.Verification;
using Xunit;

/// <summary>All laws of a loss in few cases.</summary>
public sealed class LossLawsTests
{
    public static TheoryData<Loss, TargetKind, bool> Every => new()
    {
        { new SquaredError(), TargetKind.Values, true },
        { new SquaredError(Reduction.MeanOverElements, half: true), TargetKind.Values, true },
        { new AbsoluteError(Reduction.Sum), TargetKind.Values, false },
        { new Huber(0.5), TargetKind.Values, false },
        { new SoftmaxCrossEntropy(), TargetKind.Classes, true },
        { new SoftmaxCrossEntropy(Reduction.SumOverCount), TargetKind.Soft, true },
        { new SigmoidCrossEntropy(Reduction.MeanOverElements), TargetKind.OneHot, true },
        { new SoftmaxFocal(1.5), TargetKind.Classes, true },
        { new SoftmaxFocal(0), TargetKind.Soft, true },
        { new SigmoidFocal(1.5, 0.25), TargetKind.OneHot, true },
        { new Hinge(), TargetKind.OneHot, false },
        { new Hinge(0.5, squared: true), TargetKind.Classes, false },
        { new MulticlassHinge(), TargetKind.Classes, false },
        { new MulticlassHinge(0.5, squared: true), TargetKind.OneHot, false },
        { new SoftmaxCrossEntropy().Smoothed(0.2), TargetKind.Classes, true },
        { new SigmoidCrossEntropy().Smoothed(0.2), TargetKind.OneHot, true },
    };

    [Theory]
    [MemberData(nameof(Every))]
    public void Every_law_holds_of_every_loss(Loss loss, TargetKind targets, bool isSmooth) => Verify.Loss(loss, targets, new() { Count = 4, IsSmooth = isSmooth });
}
