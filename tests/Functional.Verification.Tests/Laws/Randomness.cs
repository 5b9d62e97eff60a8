namespace Functional.Verification.Tests.Laws;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Networks;
using Functional.Numerics.Randomness;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Everything that is random in the library, each with a law of its statistics.</summary>
internal static class Randomness
{
    private static readonly RandomKey Key = RandomKey.FromSeed(5);

    /// <summary>The initialisers that draw, with the variance that their papers say and whether they are normal.</summary>
    public static IReadOnlyList<(Initialiser Initialiser, Func<int, int, double> Variance, bool IsNormal)> Initialisers { get; } =
    [
        (new HeNormal(), (_, inputs) => 2.0 / inputs, true),
        (new HeUniform(), (_, inputs) => 2.0 / inputs, false),
        (new GlorotNormal(), (outputs, inputs) => 2.0 / (inputs + outputs), true),
        (new GlorotUniform(), (outputs, inputs) => 2.0 / (inputs + outputs), false),
        (new LeCunNormal(), (_, inputs) => 1.0 / inputs, true),
        (new Normal(0.3), (_, _) => 0.09, true),
        (new Uniform(0.3), (_, _) => 0.03, false),
    ];

    /// <summary>The laws by name.</summary>
    /// <param name="factor">How many times as many draws as usual.</param>
    public static IEnumerable<(string Name, Func<LawResult> Law)> All(int factor) =>
        Draws(factor).Concat(Orders(factor)).Concat(Initialisers.SelectMany(initialiser => Of(initialiser, factor))).Concat(new[] { 0.05, 0.1, 0.3, 0.5, 0.8, 0.95 }.SelectMany(rate => Dropout(rate, factor)));

    private static IEnumerable<(string Name, Func<LawResult> Law)> Draws(int factor) =>
    [
        ("uniform numbers", () => RandomnessLaws.AreUniformAndIndependent((key, index) => key.Uniform(index), Key, 60_000 * factor)),
        ("uniform numbers of a range", () => RandomnessLaws.AreUniformAndIndependent((key, index) => (key.Uniform(-3, 5, index) + 3) / 8, Key.At(1), 20_000 * factor)),
        ("normal numbers", () => RandomnessLaws.AreNormalAndIndependent((key, index) => key.Normal(index), Key, 60_000 * factor)),
        ("32 bits", () => RandomnessLaws.HaveFairBits((key, index) => key.Bits32(index), 32, Key, 30_000 * factor)),
        ("64 bits", () => RandomnessLaws.HaveFairBits((key, index) => key.Bits64(index), 64, Key, 30_000 * factor)),
        ("32 bits by key", () => RandomnessLaws.ChangeWithEveryBitOfTheKey((key, index) => key.Bits32(index), 32, Key, 2_000 * factor)),
        ("64 bits by key", () => RandomnessLaws.ChangeWithEveryBitOfTheKey((key, index) => key.Bits64(index), 64, Key, 2_000 * factor)),
        ("keys at an index", () => RandomnessLaws.HaveFairBits((key, index) => key.At(index).Value, 64, Key, 20_000 * factor)),
        ("keys for a purpose", () => RandomnessLaws.HaveFairBits((key, index) => key.For($"purpose {index}").Value, 64, Key, 10_000 * factor)),
        .. new[] { 0.01, 0.3, 0.5, 0.99 }.Select(probability => ($"events of probability {probability}", (Func<LawResult>)(() => RandomnessLaws.ComeWithProbability((key, index) => key.Bernoulli(probability, index), probability, Key, 60_000 * factor)))),
        .. new[] { 2, 6, 97 }.Select(bound => ($"whole numbers below {bound}", (Func<LawResult>)(() => RandomnessLaws.ComeEquallyOften((key, index) => key.Below(bound, index), bound, Key, 100_000 * factor)))),
        ("NumPy's uniform numbers", () => RandomnessLaws.AreUniformAndIndependent(NumPy(random => random.Uniform(2).Values), Key, 2_000 * factor)),
        ("NumPy's normal numbers", () => RandomnessLaws.AreNormalAndIndependent(NumPy(random => random.Normal(2).Values), Key, 10_000 * factor)),
    ];

    private static IEnumerable<(string Name, Func<LawResult> Law)> Orders(int factor) =>
    [
        ("permutations", () => RandomnessLaws.OrdersComeEquallyOften((key, count) => key.Permutation(count), Key, 12_000 * factor)),
        ("choices without replacement", () => RandomnessLaws.ChoicesComeEquallyOften((key, count, chosen) => key.ChoiceWithoutReplacement(count, chosen), Key, 12_000 * factor)),
        ("choices with replacement", () => RandomnessLaws.ComeEquallyOften((key, index) => key.At(index).ChoiceWithReplacement(6, 3)[2], 6, Key, 30_000 * factor)),
        ("NumPy's permutations", () => RandomnessLaws.OrdersComeEquallyOften((key, count) => NumPyRandom.FromSeed((uint)key.Value).Permutation(count).Values, Key, 4_000 * factor)),
        ("NumPy's choices", () => RandomnessLaws.ComeEquallyOften((key, index) => NumPyRandom.FromSeed((uint)key.At(index).Value).Choice(6, 2).Values[1], 6, Key, 4_000 * factor)),
        ("orders of batches", () => SamplingLaws.OrdersComeEquallyOften(new MiniBatch(3).Indices, new MiniBatch(3).StepsPerEpoch, Key, 6_000 * factor)),
        ("batches with replacement", () => RandomnessLaws.ComeEquallyOften((key, index) => new MiniBatchWithReplacement(4).Indices(6, key, index).First()[2], 6, Key, 20_000 * factor)),
    ];

    private static IEnumerable<(string Name, Func<LawResult> Law)> Of((Initialiser Initialiser, Func<int, int, double> Variance, bool IsNormal) own, int factor)
    {
        var (name, drawing) = (own.Initialiser.GetType().Name, InitialiserLaws.Of(own.Initialiser));
        yield return ($"{name}, mean and variance", () => InitialiserLaws.HasMeanAndVariance(drawing, own.Variance, Key, 20_000 * factor));
        yield return ($"{name}, third and fourth moment", () => InitialiserLaws.HasHigherMoments(drawing, own.Variance, own.IsNormal, Key, 60_000 * factor));
        yield return own.IsNormal
            ? ($"{name}, shares", () => InitialiserLaws.IsNormal(drawing, Key, 60_000 * factor))
            : ($"{name}, shares", () => InitialiserLaws.IsUniform(drawing, own.Variance, Key, 20_000 * factor));
        yield return ($"{name}, independence", () => InitialiserLaws.BreaksSymmetry(drawing, Key, 5_000 * factor));
    }

    private static IEnumerable<(string Name, Func<LawResult> Law)> Dropout(double rate, int factor)
    {
        var input = Matrix<double>.Build.Dense(5, 7, (row, column) => 1 + row + column);
        yield return ($"dropout of {rate}, expectation", () => DropoutLaws.ExpectationIsTheInput(new Dropout<double>(rate), rate, input, Key, 1_000 * factor));
        yield return ($"dropout of {rate}, fraction", () => DropoutLaws.DropsTheFraction(new Dropout<double>(rate), rate, input, Key, 1_000 * factor));
        yield return ($"dropout of {rate}, independence", () => DropoutLaws.DropsIndependently(new Dropout<double>(rate), rate, 5, 7, Key, 1_000 * factor));
    }

    /// <summary>The first numbers of many of NumPy's streams: the index is part of the seed, but for its last bit.</summary>
    private static Func<RandomKey, long, double> NumPy(Func<NumPyRandom, IReadOnlyList<double>> two) => (key, index) => two(NumPyRandom.FromSeeds((uint)key.Value, (uint)(key.Value >> 32), (uint)(index >> 1)))[(int)(index & 1)];
}
