namespace Functional.Verification.Tests.Mutants;

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Functional.Networks;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using static Functional.Verification.Tests.Mutants.SemanticMutant;

/// <summary>The mistakes that people make in updates, reductions, initialisers and samplers; those in backward passes and losses are <see cref="Mutations"/> and <see cref="LossMutation"/>.</summary>
public static class SemanticMutants
{
    private const double Rate = 0.1;
    private const double First = 0.9;
    private const double Second = 0.99;
    private const double Epsilon = 1e-3;

    private static readonly RandomKey Key = RandomKey.FromSeed(12);
    private static readonly double[] Gradients = [0.5, -1.25, 0.75, 0.01, -0.3, 2];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SemanticMutant> All { get; } = [.. Updates(), .. Clips(), .. Reductions(), .. Initialisers(), .. Samplers(), .. Draws()];

    private static IEnumerable<SemanticMutant> Updates() =>
    [
        Formula("the update added with the gradient's sign", Question, Textbook.Rule((_, g, _) => Rate * g), Optimisers.Sgd(Rate), Textbook.Sgd(Rate)),
        new("update", "a step uphill", Question, nameof(UpdateLaws.FirstStepGoesDownhill), () => UpdateLaws.FirstStepGoesDownhill(Textbook.Rule((_, g, _) => Rate * g)), () => UpdateLaws.FirstStepGoesDownhill(UpdateLaws.Of(Optimisers.Adam(Rate)))),
        Formula("the velocity dampened by 1 − μ", Reading, With((v, g) => (First * v) + ((1 - First) * g), (v, g) => -Rate * v), Optimisers.Momentum(Rate, First), Textbook.Momentum(Rate, First)),
        Formula("the rate left out of the velocity's later share", Reading, With((v, g) => (First * v) + (Rate * g), (v, g) => -v / 2), Optimisers.Momentum(Rate, First), Textbook.Momentum(Rate, First)),
        Formula("the velocity not kept", Bug, With((_, g) => g, (v, g) => -Rate * v), Optimisers.Momentum(Rate, First), Textbook.Momentum(Rate, First)),
        Formula("the velocity of the step before", Question, Before((v, g) => (First * v) + g, (v, g) => -Rate * v), Optimisers.Momentum(Rate, First), Textbook.Momentum(Rate, First)),
        Formula("heavy ball where Nesterov's look ahead is meant", Question, With((v, g) => (First * v) + g, (v, g) => -Rate * v), Optimisers.Nesterov(Rate, First), Textbook.Nesterov(Rate, First)),
        Formula("Nesterov's look ahead from the old velocity", Bug, Before((v, g) => (First * v) + g, (v, g) => -Rate * (g + (First * v))), Optimisers.Nesterov(Rate, First), Textbook.Nesterov(Rate, First)),
        Formula("AdaGrad without the root", Question, With((s, g) => s + (g * g), (s, g) => -Rate * g / (s + Epsilon)), Optimisers.AdaGrad(Rate, Epsilon), Textbook.AdaGrad(Rate, Epsilon)),
        Formula("AdaGrad that forgets", Bug, With((_, g) => g * g, (s, g) => -Rate * g / (Math.Sqrt(s) + Epsilon)), Optimisers.AdaGrad(Rate, Epsilon), Textbook.AdaGrad(Rate, Epsilon)),
        Formula("RMSProp that sums instead of averaging", Question, With((v, g) => (First * v) + (g * g), (v, g) => -Rate * g / (Math.Sqrt(v) + Epsilon)), Optimisers.RmsProp(Rate, First, Epsilon), Textbook.RmsProp(Rate, First, Epsilon)),
        Formula("RMSProp's decay the other way round", Question, With((v, g) => ((1 - First) * v) + (First * g * g), (v, g) => -Rate * g / (Math.Sqrt(v) + Epsilon)), Optimisers.RmsProp(Rate, First, Epsilon), Textbook.RmsProp(Rate, First, Epsilon)),
        Formula("RMSProp's ε inside the root", Reading, With((v, g) => (First * v) + ((1 - First) * g * g), (v, g) => -Rate * g / Math.Sqrt(v + Epsilon)), Optimisers.RmsProp(Rate, First, Epsilon), Textbook.RmsProp(Rate, First, Epsilon)),
        Adam("Adam's ε inside the root", Reading, (m, v, _, _) => m / Math.Sqrt(v + Epsilon)),
        Adam("Adam's root forgotten", Question, (m, v, _, _) => m / (v + Epsilon)),
        Adam("Adam's ε before the correction", Bug, (m, v, t, _) => m / (Math.Sqrt(v) + (Epsilon / Math.Sqrt(1 - Math.Pow(Second, t))))),
        Adam("one decay for both of Adam's means", Bug, (m, v, _, _) => m / (Math.Sqrt(v) + Epsilon), secondDecay: First),
        Adam("Adam's second mean of the gradient, not of its square", Question, (m, v, _, _) => m / (Math.Sqrt(Math.Abs(v)) + Epsilon), square: g => g),
        Adam("Adam's steps counted from 2", Bug, (m, v, _, _) => m / (Math.Sqrt(v) + Epsilon), late: 1),
        Adam("weights decayed by the gradient where they should be beside it", Reading, (m, v, _, _) => m / (Math.Sqrt(v) + Epsilon), decay: 0.1, inGradient: true),
        Adam("the decay not scaled by the rate", Bug, (m, v, _, w) => (m / (Math.Sqrt(v) + Epsilon)) + (0.1 * w / Rate), weightDecay: 0.1),
        Adam("the weight decay's sign flipped", Question, (m, v, _, w) => (m / (Math.Sqrt(v) + Epsilon)) - (0.1 * w), weightDecay: 0.1),
        Start("Adam without the correction for its start", Question, Adams((m, v, t, _) => m * (1 - Math.Pow(First, t)) / ((Math.Sqrt(v) * Math.Sqrt(1 - Math.Pow(Second, t))) + 1e-12))),
        Start("only Adam's first mean corrected for its start", Bug, Adams((m, v, t, _) => m / ((Math.Sqrt(v) * Math.Sqrt(1 - Math.Pow(Second, t))) + 1e-12))),
        Start("the correction by the decay times the step, not to its power", Question, Adams((m, v, t, _) => m * (1 - Math.Pow(First, t)) / (1 - (First / t)) / (Math.Sqrt(v) + 1e-12))),
        Formula("AMSGrad's maximum not kept", Bug, Textbook.Adam(Rate, First, Second, Epsilon), Chain(new ScaleByAmsGrad(First, Second, Epsilon)), Textbook.AmsGrad(Rate, First, Second, Epsilon)),
        Formula("AdaMax without the absolute value", Bug, SignedAdaMax(), Chain(new ScaleByAdaMax(First, Second, Epsilon)), Textbook.AdaMax(Rate, First, Second, Epsilon)),
        Formula("Lion's momentum before its sign is taken", Question, LateLion(), Chain(new Lion(First, 0.2)), Textbook.Lion(Rate, First, 0.2)),
        Formula("Lion's two decays exchanged", Bug, Textbook.Lion(Rate, 0.2, First), Chain(new Lion(First, 0.2)), Textbook.Lion(Rate, First, 0.2)),
    ];

    private static IEnumerable<SemanticMutant> Clips()
    {
        return
        [
            Clip("every number clipped, not the norm", Question, own => [.. own.Select(number => Math.Clamp(number, -2, 2))]),
            Clip("short gradients made longer", Bug, own => Scaled(own, 2 / Norm(own))),
            Clip("the norm without its root", Question, own => Scaled(own, Math.Min(1, 2 / (Norm(own) * Norm(own))))),
            Clip("the sum of absolute values for a norm", Reading, own => Scaled(own, Math.Min(1, 2 / own.Sum(Math.Abs)))),
            Clip("each half clipped by its own norm", Bug, own => [.. Scaled(own[..2], Math.Min(1, 2 / Norm(own[..2]))), .. Scaled(own[2..], Math.Min(1, 2 / Norm(own[2..])))]),
            Clip("set to zero where it is too long", Question, own => Norm(own) > 2 ? Scaled(own, 0) : own),
        ];

        static SemanticMutant Clip(string name, string source, Func<double[], double[]> wrong) => new(
            "update", name, source, nameof(UpdateLaws.ClipsTheNorm), () => UpdateLaws.ClipsTheNorm(wrong, 2, Gradients), () => UpdateLaws.ClipsTheNorm(Right, 2, Gradients));

        static double Norm(IEnumerable<double> numbers) => Math.Sqrt(numbers.Sum(number => number * number));

        static double[] Scaled(double[] numbers, double factor) => [.. numbers.Select(number => number * factor)];

        static double[] Right(double[] own)
        {
            var gradient = Parameters<double>.Of(
                new Parameter<double>("0.weights", ParameterRole.Weights, Dense.Matrix(2, 1, own[..2])), new Parameter<double>("0.bias", ParameterRole.Bias, Dense.Matrix(own.Length - 2, 1, own[2..])));
            var clipping = new ClipByGlobalNorm(2);
            return clipping.Step(gradient, clipping.Start(gradient), gradient).Update.Unroll().ToArray();
        }
    }

    private static IEnumerable<SemanticMutant> Reductions() =>
    [
        Reduced("the mean over elements for that over samples", Bug, Reduction.MeanOverSamples, nameof(ReductionLaws.OfEqualLosses), (losses, weights, outputs) => Products(losses, weights) / weights.Sum() / outputs),
        Reduced("the mean over samples for that over elements", Question, Reduction.MeanOverElements, nameof(ReductionLaws.OfEqualLosses), (losses, weights, _) => Products(losses, weights) / weights.Sum()),
        Reduced("a mean where a sum is meant", Question, Reduction.Sum, nameof(ReductionLaws.OfEqualLosses), (losses, weights, _) => Products(losses, weights) / losses.Length),
        Reduced("divided by one less than there are", Reading, Reduction.MeanOverSamples, nameof(ReductionLaws.OfEqualLosses), (losses, weights, _) => Products(losses, weights) / Math.Max(1, losses.Length - 1)),
        Reduced("the mean of the grains' means", Bug, Reduction.MeanOverSamples, nameof(ReductionLaws.IsThatOfItsParts), (losses, weights, _) => losses.Zip(weights).Chunk(64).Average(part => part.Sum(pair => pair.First * pair.Second) / part.Sum(pair => pair.Second))),
        Reduced("the last, smaller part left out", Bug, Reduction.Sum, nameof(ReductionLaws.OfEqualLosses), (losses, weights, _) => losses.Zip(weights).Take(Math.Max(1, losses.Length / 64 * 64)).Sum(pair => pair.First * pair.Second)),
        Reduced("the weights forgotten", Question, Reduction.Sum, nameof(ReductionLaws.WeightsCountSamples), (losses, _, _) => losses.Sum()),
        Reduced("the weights in the sum but not in the divisor", Bug, Reduction.MeanOverSamples, nameof(ReductionLaws.ScalesWithTheWeights), (losses, weights, _) => Products(losses, weights) / losses.Length),
        Reduced("the weights in the divisor of a sum over the count", Bug, Reduction.SumOverCount, nameof(ReductionLaws.ScalesWithTheWeights), (losses, weights, _) => Products(losses, weights) / weights.Sum()),
        Reduced("the weights squared", Bug, Reduction.Sum, nameof(ReductionLaws.WeightsCountSamples), (losses, weights, _) => losses.Zip(weights, (loss, weight) => loss * weight * weight).Sum()),
        Reduced("samples without weight counted in a weighted mean", Question, Reduction.MeanOverSamples, nameof(ReductionLaws.WeightsCountSamples), (losses, weights, _) => Products(losses, weights) / weights.Sum(weight => Math.Max(weight, 1))),
        Reduced("weights made to sum to 1, then divided once more", Question, Reduction.MeanOverSamples, nameof(ReductionLaws.OfEqualLosses), (losses, weights, _) => Products(losses, weights) / weights.Sum() / losses.Length),
    ];

    private static IEnumerable<SemanticMutant> Initialisers()
    {
        var he = InitialiserLaws.Of(new HeNormal());
        var glorot = InitialiserLaws.Of(new GlorotUniform());
        return
        [
            Variance("He's variance by the outputs", Question, he, He, (outputs, inputs, count, key) => Normal(count, key, Math.Sqrt(2.0 / outputs))),
            Variance("He's factor 2 forgotten", Reading, he, He, (outputs, inputs, count, key) => Normal(count, key, Math.Sqrt(1.0 / inputs))),
            Variance("the variance taken for the deviation", Question, he, He, (outputs, inputs, count, key) => Normal(count, key, 2.0 / inputs)),
            Variance("the deviation taken for the limit of a uniform one", Bug, InitialiserLaws.Of(new HeUniform()), He, (outputs, inputs, count, key) => Uniform(count, key, Math.Sqrt(2.0 / inputs))),
            Variance("Glorot's limit without its root", Question, glorot, Glorot, (outputs, inputs, count, key) => Uniform(count, key, 6.0 / (inputs + outputs))),
            Variance("Glorot's limit by the inputs alone", Bug, glorot, Glorot, (outputs, inputs, count, key) => Uniform(count, key, Math.Sqrt(3.0 / inputs))),
            Variance("Glorot's limit by product, not sum", Question, glorot, Glorot, (outputs, inputs, count, key) => Uniform(count, key, Math.Sqrt(6.0 / ((double)inputs * outputs)))),
            Variance("uniform from 0 to 1, not around 0", Question, glorot, Glorot, (outputs, inputs, count, key) => [.. Uniform(count, key, Math.Sqrt(6.0 / (inputs + outputs))).Select(Math.Abs)]),
            new("initialiser", "all units alike", Question, nameof(InitialiserLaws.BreaksSymmetry), () => InitialiserLaws.BreaksSymmetry((_, _, count, _) => [.. Enumerable.Repeat(0.1, count)], Key), () => InitialiserLaws.BreaksSymmetry(he, Key)),
            new("initialiser", "one seed for every layer", Bug, nameof(InitialiserLaws.BreaksSymmetry), () => InitialiserLaws.BreaksSymmetry((_, inputs, count, _) => Normal(count, Key, Math.Sqrt(2.0 / inputs)), Key), () => InitialiserLaws.BreaksSymmetry(glorot, Key)),
            new("initialiser", "one unit's numbers for every pair", Bug, nameof(InitialiserLaws.BreaksSymmetry), () => InitialiserLaws.BreaksSymmetry((_, _, count, key) => [.. Enumerable.Range(0, count).Select(place => key.Normal(place / 2))], Key), () => InitialiserLaws.BreaksSymmetry(InitialiserLaws.Of(new LeCunNormal()), Key)),
            new("initialiser", "a uniform one where a normal one is meant", Question, nameof(InitialiserLaws.IsNormal), () => InitialiserLaws.IsNormal((_, _, count, key) => Uniform(count, key, 1), Key), () => InitialiserLaws.IsNormal(he, Key)),
            new("initialiser", "the sum of four uniform numbers for a normal one", Reading, nameof(InitialiserLaws.IsNormal), () => InitialiserLaws.IsNormal((_, _, count, key) => [.. Enumerable.Range(0, count).Select(place => Enumerable.Range(0, 4).Sum(part => key.Uniform(-1, 1, (4L * place) + part)))], Key), () => InitialiserLaws.IsNormal(InitialiserLaws.Of(new Normal(0.3)), Key)),
            new("initialiser", "a normal one cut off where a uniform one is meant", Question, nameof(InitialiserLaws.IsUniform), () => InitialiserLaws.IsUniform((outputs, inputs, count, key) => [.. Normal(count, key, Math.Sqrt(Glorot(outputs, inputs))).Select(number => Math.Clamp(number, -0.2, 0.2))], Glorot, Key), () => InitialiserLaws.IsUniform(glorot, Glorot, Key)),
        ];

        static double He(int outputs, int inputs) => 2.0 / inputs;

        static double Glorot(int outputs, int inputs) => 2.0 / (inputs + outputs);

        static double[] Normal(int count, RandomKey key, double deviation) => [.. Enumerable.Range(0, count).Select(place => deviation * key.Normal(place))];

        static double[] Uniform(int count, RandomKey key, double limit) => [.. Enumerable.Range(0, count).Select(place => key.Uniform(-limit, limit, place))];

        static SemanticMutant Variance(string name, string source, Drawing right, Func<int, int, double> variance, Drawing wrong) => new(
            "initialiser", name, source, nameof(InitialiserLaws.HasMeanAndVariance), () => InitialiserLaws.HasMeanAndVariance(wrong, variance, Key), () => InitialiserLaws.HasMeanAndVariance(right, variance, Key));
    }

    private static IEnumerable<SemanticMutant> Samplers()
    {
        return
        [
            Epochs("the last, smaller batch dropped", Question, (count, key, from) => Batches(count, from, epoch => [.. key.At(epoch).Permutation(count)], last: count / 3 * 3)),
            Epochs("the last sample never chosen", Bug, (count, key, from) => Batches(count, from, epoch => [.. key.At(epoch).Permutation(count - 1), 0])),
            Epochs("with replacement where without is meant", Question, (count, key, from) => Batches(count, from, epoch => [.. Enumerable.Range(0, count).Select(place => key.At(epoch).Below(count, place))])),
            Epochs("batches that overlap", Bug, (count, key, from) => Batches(count, from, epoch => [.. key.At(epoch).Permutation(count)], stride: 2)),
            new("sampler", "an index one beyond the last", Question, nameof(SamplingLaws.IndicesAreInRange), () => SamplingLaws.IndicesAreInRange((count, key, from) => Batches(count, from, epoch => [.. key.At(epoch).Permutation(count).Select(index => index + 1)]), 10, Key, 20), () => SamplingLaws.IndicesAreInRange(new MiniBatch(3), 10, Key, 20)),
            new("sampler", "an empty batch at the end of an epoch", Bug, nameof(SamplingLaws.IndicesAreInRange), () => SamplingLaws.IndicesAreInRange((count, key, from) => Batches(count, from, epoch => [.. key.At(epoch).Permutation(count)], more: 1), 9, Key, 20), () => SamplingLaws.IndicesAreInRange(new MiniBatch(3), 9, Key, 20)),
            new("sampler", "an order that begins anew when training is resumed", Bug, nameof(SamplingLaws.StreamsAreTails), () => SamplingLaws.StreamsAreTails((count, key, from) => Batches(count, 0, epoch => [.. key.At(from).At(epoch).Permutation(count)]), 10, Key, 7, 12), () => SamplingLaws.StreamsAreTails(new MiniBatch(3), 10, Key, 7, 12)),
            Orders("the same order in every epoch", Question, (count, key, from) => Batches(count, from, _ => [.. key.Permutation(count)])),
            Orders("no shuffling at all", Question, (count, _, from) => Batches(count, from, _ => [.. Enumerable.Range(0, count)])),
            Orders("each place exchanged with any place", Reading, (count, key, from) => Batches(count, from, epoch => Shuffled(count, key.At(epoch), place => key.At(epoch).Below(count, place)))),
            Orders("each place exchanged with one before it, never with itself", Bug, (count, key, from) => Batches(count, from, epoch => Shuffled(count, key.At(epoch), place => place == 0 ? 0 : key.At(epoch).Below(place, place)))),
            Orders("rotated, not shuffled", Bug, (count, key, from) => Batches(count, from, epoch => [.. Enumerable.Range(0, count).Select(place => (place + key.At(epoch).Below(count, 0)) % count)])),
            Orders("sorted by random numbers of two bits", Question, (count, key, from) => Batches(count, from, epoch => [.. Enumerable.Range(0, count).OrderBy(place => key.At(epoch).Below(4, place))])),
        ];

        static SemanticMutant Epochs(string name, string source, Ordering wrong) => new(
            "sampler", name, source, nameof(SamplingLaws.EpochsVisitEverySampleOnce), () => SamplingLaws.EpochsVisitEverySampleOnce(wrong, 4, 10, Key, 3), () => SamplingLaws.EpochsVisitEverySampleOnce(new MiniBatch(3), 10, Key, 3));

        static SemanticMutant Orders(string name, string source, Ordering wrong) => new(
            "sampler", name, source, nameof(SamplingLaws.OrdersComeEquallyOften), () => SamplingLaws.OrdersComeEquallyOften(wrong, count => (count + 2) / 3, Key), () => SamplingLaws.OrdersComeEquallyOften(new MiniBatch(3).Indices, new MiniBatch(3).StepsPerEpoch, Key));

        static int[] Shuffled(int count, RandomKey key, Func<int, int> other)
        {
            var order = Enumerable.Range(0, count).ToArray();
            for (var place = count - 1; place >= 0; place--)
            {
                var with = other(place);
                (order[place], order[with]) = (order[with], order[place]);
            }

            return order;
        }

        // Batches of three of an epoch's order.
        static IEnumerable<ImmutableArray<int>> Batches(int count, long from, Func<long, int[]> order, int? last = null, int stride = 3, int more = 0)
        {
            var perEpoch = ((count + 2) / 3) + more;
            for (var step = from; ; step++)
            {
                var (own, place) = (order(step / perEpoch), (int)(step % perEpoch) * stride);
                yield return [.. own[Math.Min(place, own.Length)..Math.Min(place + 3, last ?? own.Length)]];
            }
        }
    }

    private static IEnumerable<SemanticMutant> Draws()
    {
        return
        [
            Die("the remainder of four bits", Bug, (key, place) => (int)(key.Uniform(place) * 16) % 6),
            Die("rounded, not cut off", Question, (key, place) => (int)Math.Round(key.Uniform(place) * 5)),
            Die("the largest never drawn", Question, (key, place) => key.Below(5, place)),
            Die("the seed plus the index for a seed", Bug, (key, place) => (int)((1103515245L * (12345 + (place * 6L)) >> 3) % 6)),
        ];

        static SemanticMutant Die(string name, string source, Func<RandomKey, long, int> wrong) => new(
            "draw", name, source, nameof(RandomnessLaws.ComeEquallyOften), () => RandomnessLaws.ComeEquallyOften(wrong, 6, Key), () => RandomnessLaws.ComeEquallyOften((key, place) => key.Below(6, place), 6, Key));
    }

    private static double Products(double[] losses, double[] weights) => losses.Zip(weights, (loss, weight) => loss * weight).Sum();

    private static SemanticMutant Reduced(string name, string source, Reduction reduction, string law, Reducing wrong)
    {
        return new("reduction", name, source, law, () => Law(wrong), () => Law(ReductionLaws.Of(reduction)));

        LawResult Law(Reducing reducing) => law switch
        {
            nameof(ReductionLaws.OfEqualLosses) => ReductionLaws.OfEqualLosses(reducing, reduction),
            nameof(ReductionLaws.WeightsCountSamples) => ReductionLaws.WeightsCountSamples(reducing, reduction, Key),
            nameof(ReductionLaws.ScalesWithTheWeights) => ReductionLaws.ScalesWithTheWeights(reducing, reduction, Key),
            nameof(ReductionLaws.IsThatOfItsParts) => ReductionLaws.IsThatOfItsParts(reducing, reduction, Key),
            _ => throw new ArgumentException($"There is no law {law}.", nameof(law)),
        };
    }

    private static SemanticMutant Formula(string name, string source, UpdateRule wrong, GradientTransformation right, UpdateRule textbook) => new(
        "update",
        name,
        source,
        nameof(UpdateLaws.FollowsTheFormula),
        () => UpdateLaws.FollowsTheFormula(wrong, textbook, 0.7, Gradients),
        () => UpdateLaws.FollowsTheFormula(UpdateLaws.Of(right), textbook, 0.7, Gradients));

    private static SemanticMutant Start(string name, string source, UpdateRule wrong) => new(
        "update",
        name,
        source,
        nameof(UpdateLaws.ConstantGradientMovesByTheRate),
        () => UpdateLaws.ConstantGradientMovesByTheRate(wrong, Rate, 5),
        () => UpdateLaws.ConstantGradientMovesByTheRate(UpdateLaws.Of(Optimisers.Adam(Rate, First, Second, 1e-12)), Rate, 5));

    /// <summary>Adam with a mistake: from the corrected means, the step and the parameter to what is scaled by the rate.</summary>
    private static SemanticMutant Adam(
        string name,
        string source,
        Func<double, double, int, double, double> scaled,
        double secondDecay = Second,
        Func<double, double>? square = null,
        int late = 0,
        double decay = 0,
        bool inGradient = false,
        double weightDecay = 0) => Formula(
            name,
            source,
            Adams(scaled, secondDecay, square, late, inGradient ? decay : 0),
            Optimisers.AdamW(Rate, weightDecay + decay, First, Second, Epsilon),
            Textbook.Adam(Rate, First, Second, Epsilon, weightDecay + decay));

    private static UpdateRule Adams(Func<double, double, int, double, double> scaled, double secondDecay = Second, Func<double, double>? square = null, int late = 0, double decayInGradient = 0) =>
        (start, gradients) =>
        {
            var (first, second) = (0.0, 0.0);
            return Textbook.Rule((step, gradient, weight) =>
            {
                var own = gradient + (decayInGradient * weight);
                first = (First * first) + ((1 - First) * own);
                second = (secondDecay * second) + ((1 - secondDecay) * (square?.Invoke(own) ?? (own * own)));
                var (mean, squares) = (first / (1 - Math.Pow(First, step + late)), second / (1 - Math.Pow(secondDecay, step + late)));
                return -Rate * scaled(mean, squares, step, weight);
            })(start, gradients);
        };

    /// <summary>A rule with one number for a state, of which an update is made after the step has changed it.</summary>
    private static UpdateRule With(Func<double, double, double> next, Func<double, double, double> update) => (start, gradients) =>
    {
        var state = 0.0;
        return Textbook.Rule((_, gradient, _) =>
        {
            state = next(state, gradient);
            return update(state, gradient);
        })(start, gradients);
    };

    /// <summary>A rule with one number for a state, of which an update is made before the step changes it.</summary>
    private static UpdateRule Before(Func<double, double, double> next, Func<double, double, double> update) => (start, gradients) =>
    {
        var state = 0.0;
        return Textbook.Rule((_, gradient, _) =>
        {
            var made = update(state, gradient);
            state = next(state, gradient);
            return made;
        })(start, gradients);
    };

    private static UpdateRule SignedAdaMax() => (start, gradients) =>
    {
        var (first, largest) = (0.0, 0.0);
        return Textbook.Rule((step, gradient, _) =>
        {
            first = (First * first) + ((1 - First) * gradient);
            largest = Math.Max(Second * largest, gradient + Epsilon);
            return -Rate * first / (1 - Math.Pow(First, step)) / largest;
        })(start, gradients);
    };

    private static UpdateRule LateLion() => (start, gradients) =>
    {
        var momentum = 0.0;
        return Textbook.Rule((_, gradient, _) =>
        {
            momentum = (0.2 * momentum) + (0.8 * gradient);
            return -Rate * Math.Sign((First * momentum) + ((1 - First) * gradient));
        })(start, gradients);
    };

    private static GradientTransformation Chain(GradientTransformation scaling) => scaling.Then(new ScaleByRate(Rate));
}
