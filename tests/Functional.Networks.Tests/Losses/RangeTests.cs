namespace Functional.Networks.Tests.Losses;

using LanguageExt;
using Xunit;

public sealed class RangeTests
{
    [Fact]
    public void Hyper_parameters_keep_to_their_ranges()
    {
        Ranges.Positive("delta", delta => new Huber(delta));
        Ranges.Positive("margin", margin => new Hinge(margin));
        Ranges.Positive("margin", margin => new MulticlassHinge(margin));
        Ranges.NotNegative("gamma", gamma => new SoftmaxFocal(gamma));
        Ranges.NotNegative("gamma", gamma => new SigmoidFocal(gamma));
        Ranges.Hold("alpha", alpha => new SigmoidFocal(2, alpha), [0, 0.5, 1], [-double.Epsilon, double.BitIncrement(1), double.NaN]);
        Ranges.Share("amount", amount => new SoftmaxCrossEntropy().Smoothed(amount));
        Ranges.NotNegative("weights", weight => new SquaredError().WithClassWeights(Prelude.Seq(1, weight)));
        Ranges.Hold("reduction", reduction => new SquaredError(reduction), [Reduction.Sum, Reduction.SumOverCount], [(Reduction)(-1), (Reduction)9]);
        Ranges.NotNegative("strength", strength => new L1(strength));
        Ranges.NotNegative("strength", strength => new L2(strength));
    }
}
