namespace Functional.Networks.Tests.Transformations;

using Xunit;

public sealed class RangeTests
{
    [Fact]
    public void Decays_are_shares()
    {
        Ranges.Share("decay", decay => new Momentum(decay));
        Ranges.Share("decay", decay => new Nesterov(decay));
        Ranges.Share("decay", decay => new ScaleByRmsProp(decay));
        Ranges.Share("decay", decay => new ScaleByCentredRmsProp(decay));
        Ranges.Share("decay", decay => new AverageParameters(decay));
        Ranges.Share("threshold", threshold => new ReduceOnPlateau(threshold: threshold));
        Ranges.Share("firstDecay", decay => new ScaleByAdam(decay));
        Ranges.Share("secondDecay", decay => new ScaleByAdam(secondDecay: decay));
        Ranges.Share("firstDecay", decay => new ScaleByAmsGrad(decay));
        Ranges.Share("secondDecay", decay => new ScaleByAmsGrad(secondDecay: decay));
        Ranges.Share("firstDecay", decay => new ScaleByNAdam(decay));
        Ranges.Share("secondDecay", decay => new ScaleByNAdam(secondDecay: decay));
        Ranges.Share("firstDecay", decay => new ScaleByAdaMax(decay));
        Ranges.Share("secondDecay", decay => new ScaleByAdaMax(secondDecay: decay));
        Ranges.Share("firstDecay", decay => new Lion(decay));
        Ranges.Share("secondDecay", decay => new Lion(secondDecay: decay));
    }

    [Fact]
    public void Limits_and_epsilons_are_above_0()
    {
        Ranges.Positive("limit", limit => new ClipByValue(limit));
        Ranges.Positive("limit", limit => new ClipByGlobalNorm(limit));
        Ranges.Positive("limit", limit => new ClipByLayerNorm(limit));
        Ranges.Positive("limit", limit => new MaxNorm(limit));
        Ranges.Positive("epsilon", epsilon => new ScaleByAdaGrad(epsilon));
        Ranges.Positive("epsilon", epsilon => new ScaleByRmsProp(epsilon: epsilon));
        Ranges.Positive("epsilon", epsilon => new ScaleByCentredRmsProp(epsilon: epsilon));
        Ranges.Positive("epsilon", epsilon => new ScaleByAdam(epsilon: epsilon));
        Ranges.Positive("epsilon", epsilon => new ScaleByAmsGrad(epsilon: epsilon));
        Ranges.Positive("epsilon", epsilon => new ScaleByNAdam(epsilon: epsilon));
        Ranges.Positive("epsilon", epsilon => new ScaleByAdaMax(epsilon: epsilon));
    }

    [Fact]
    public void Other_numbers_keep_to_their_ranges()
    {
        Ranges.Finite("factor", factor => new Scale(factor));
        Ranges.NotNegative("decay", decay => new AddDecayedWeights(decay));
        Ranges.NotNegative("momentumDecay", decay => new ScaleByNAdam(momentumDecay: decay));
        Ranges.NotNegative("tolerance", tolerance => new AdaptRate(1, tolerance: tolerance));
        Ranges.Hold("divisor", divisor => new AdaptRate(1, divisor: divisor), [double.BitIncrement(1), double.MaxValue], [1, 0, double.NaN, double.PositiveInfinity]);
        Ranges.Hold("factor", factor => new ReduceOnPlateau(factor), [double.Epsilon, double.BitDecrement(1)], [0, 1, double.NaN]);
        Ranges.Hold("least", least => new ReduceOnPlateau(least: least), [0, 0.5, 1], [-double.Epsilon, double.BitIncrement(1), double.NaN]);
        Ranges.Hold("patience", patience => new ReduceOnPlateau(patience: patience), [0, 1], [-1]);
        Ranges.Hold("patience", patience => new AdaptRate(1, patience), [0, 1], [-1]);
        Ranges.Count("period", period => new ReduceOnPlateau(period: period));
        Ranges.Count("period", period => new AdaptRate(period));
        Ranges.Count("count", count => new Accumulate(count, new Momentum()));
    }
}
