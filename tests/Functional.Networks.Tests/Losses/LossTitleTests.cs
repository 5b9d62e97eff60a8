namespace Functional.Networks.Tests.Losses;

using LanguageExt;
using Xunit;

public sealed class LossTitleTests
{
    public static TheoryData<Loss, string, bool> Titles => new()
    {
        { new SoftmaxCrossEntropy(), "softmax cross-entropy", false },
        { new SigmoidCrossEntropy(), "sigmoid cross-entropy", true },
        { new SoftmaxFocal(1.5), "softmax focal 1.5", false },
        { new SigmoidFocal(3), "sigmoid focal 3", true },
        { new SquaredError(), "squared error", false },
        { new SquaredError(half: true), "half squared error", false },
        { new AbsoluteError(), "absolute error", false },
        { new Huber(0.5), "Huber 0.5", false },
        { new Hinge(), "hinge", true },
        { new Hinge(squared: true), "squared hinge", true },
        { new MulticlassHinge(), "multi-class hinge", false },
        { new MulticlassHinge(squared: true), "squared multi-class hinge", false },
        { new SoftmaxCrossEntropy().Smoothed(0.1), "softmax cross-entropy smoothed by 0.1", false },
        { new SigmoidCrossEntropy().Smoothed(0.1), "sigmoid cross-entropy smoothed by 0.1", true },
        { new SoftmaxCrossEntropy().WithClassWeights(Prelude.Seq(1.0, 2)), "class-weighted softmax cross-entropy", false },
        { new SigmoidCrossEntropy().WithClassWeights(Prelude.Seq(1.0, 2)), "class-weighted sigmoid cross-entropy", true },
        { new ExpressionLoss("(output - target)^2", Reduction.Sum), "(output - target)^2", false },
    };

    [Theory]
    [MemberData(nameof(Titles))]
    public void A_loss_tells_what_it_is_and_whether_each_output_is_a_question_of_its_own(Loss loss, string title, bool hasIndependentOutputs)
    {
        Assert.Equal(title, loss.Title);
        Assert.Equal(hasIndependentOutputs, loss.HasIndependentOutputs);
    }
}
