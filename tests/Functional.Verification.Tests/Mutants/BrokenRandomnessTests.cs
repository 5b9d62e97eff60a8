namespace Functional.Verification.Tests.Mutants;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Networks;
using Functional.Numerics.Randomness;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

/// <summary>The laws of random numbers, each with generators that it must reject.</summary>
public sealed class BrokenRandomnessTests
{
    private const double Rate = 0.3;

    private static readonly RandomKey Key = RandomKey.FromSeed(6);
    private static readonly Layer<double> Dropout = new Dropout<double>(Rate);

    private static readonly Dictionary<string, Func<LawResult>> Mutants = new(StringComparer.Ordinal)
    {
        ["uniform numbers of five bits"] = () => Uniform((key, index) => Math.Floor(key.Uniform(index) * 32) / 32),
        ["uniform numbers, every other one the complement of the one before"] = () => Uniform((key, index) => index % 2 == 0 ? key.Uniform(index) : 1 - key.Uniform(index - 1)),
        ["uniform numbers of one stream, begun where the seed says"] = () => Uniform((key, index) => Key.Uniform((long)key.Value + index)),
        ["uniform numbers of sixteen streams"] = () => Uniform((key, index) => RandomKey.FromSeed(key.Value % 16).Uniform(index)),
        ["uniform numbers that never reach the upper end"] = () => Uniform((key, index) => 0.99 * key.Uniform(index)),
        ["uniform numbers, the smaller of two"] = () => Uniform((key, index) => Math.Min(key.Uniform(index), key.For("other").Uniform(index))),
        ["uniform numbers whose seed does not matter"] = () => Uniform((_, index) => Key.Uniform(index)),
        ["bits of which one is never set"] = () => Bits((key, index) => key.Bits64(index) & ~(1UL << 17)),
        ["bits of a linear congruence, whose last one alternates"] = () => Bits((key, index) => (6364136223846793005UL * (key.Value + (ulong)index)) + 1442695040888963407UL),
        ["bits that stay from index to index"] = () => Bits((key, index) => key.Bits64(index / 2)),
        ["bits that stay from key to key"] = () => Bits((_, index) => Key.Bits64(index)),
        ["bits of half the key"] = () => Changes((key, index) => RandomKey.FromSeed(key.Value & uint.MaxValue).Bits64(index)),
        ["bits that the key is mixed into by exclusive or"] = () => Changes((key, index) => Key.Bits64(index) ^ key.Value),
        ["bits that the key is added to"] = () => Changes((key, index) => Key.Bits64(index) + key.Value),
        ["normal numbers, the sum of four uniform ones"] = () => Normal((key, index) => Math.Sqrt(0.75) * Enumerable.Range(0, 4).Sum(part => key.Uniform(-1, 1, (4 * index) + part))),
        ["normal numbers cut off at three deviations"] = () => Normal((key, index) => Math.Clamp(key.Normal(index), -3, 3)),
        ["normal numbers of twice the variance"] = () => Normal((key, index) => Math.Sqrt(2) * key.Normal(index)),
        ["normal numbers that lean to one side"] = () => Normal((key, index) => -1 - Math.Log(1 - key.Uniform(index))),
        ["normal numbers that share what they are made of"] = () => Normal((key, index) => (key.Normal(index) + key.Normal(index + 1)) / Math.Sqrt(2)),
        ["normal numbers whose key does not matter"] = () => Normal((_, index) => Key.Normal(index)),
        ["events with the probability that they do not come"] = () => Events((key, index) => key.Bernoulli(1 - Rate, index)),
        ["events that come in pairs"] = () => Events((key, index) => key.Bernoulli(Rate, index / 2)),
        ["events of a probability in eighths"] = () => Events((key, index) => Math.Floor(key.Uniform(index) * 8) <= Rate * 8),
        ["permutations that exchange each place with any place"] = () => Orders((key, count) => Shuffled(count, place => key.Below(count, place))),
        ["permutations that leave no number in its place"] = () => Orders((key, count) => Shuffled(count, place => place == 0 ? 0 : key.Below(place, place))),
        ["permutations that only turn"] = () => Orders((key, count) => [.. Enumerable.Range(0, count).Select(place => (place + key.Below(count, 0)) % count)]),
        ["permutations that leave the last number where it is"] = () => Orders((key, count) => [.. key.Permutation(count - 1), count - 1]),
        ["choices in ascending order"] = () => Choices((key, count, chosen) => [.. key.ChoiceWithoutReplacement(count, chosen).Order()]),
        ["choices that leave the last number out"] = () => Choices((key, count, chosen) => key.ChoiceWithoutReplacement(count - 1, chosen)),
        ["an initialiser that sums two uniform numbers for a uniform one"] = () => Higher(isNormal: false, (key, index) => (key.Uniform(-1, 1, 2 * index) + key.Uniform(-1, 1, (2 * index) + 1)) * Math.Sqrt(1.5)),
        ["an initialiser that cuts a normal one off at two deviations, with the variance mended"] = () => Higher(isNormal: true, (key, index) => Enumerable.Range(0, 64).Select(attempt => key.At(attempt).Normal(index)).First(number => Math.Abs(number) <= 2) / 0.8796256610342398),
        ["an initialiser that leans to one side"] = () => Higher(isNormal: true, (key, index) => -1 - Math.Log(1 - key.Uniform(index))),
        ["dropout of whole samples"] = () => Drops((mask, row, column) => mask[0, column]),
        ["dropout of whole features"] = () => Drops((mask, row, column) => mask[row, 0]),
        ["dropout by one mask for every key"] = () => DropoutLaws.DropsIndependently(new Broken(Dropout, (inner, input, pass) => inner.Forward(input, pass is TrainingPass ? Pass.Training(Key) : pass)), Rate, 5, 7, Key, 500),
    };

    public static TheoryData<string> Names => [.. Mutants.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_law_of_randomness_rejects(string mutant)
    {
        var result = Mutants[mutant]();
        Assert.Equal(Verdict.Fails, result.Verdict);
        Assert.NotEmpty(result.Message);
        Assert.True(Math.Abs(Assert.Single(result.Figures).Z) > 6);
    }

    private static LawResult Uniform(Func<RandomKey, long, double> draw) => RandomnessLaws.AreUniformAndIndependent(draw, Key, 20_000);

    private static LawResult Bits(Func<RandomKey, long, ulong> draw) => RandomnessLaws.HaveFairBits(draw, 64, Key, 5_000);

    private static LawResult Changes(Func<RandomKey, long, ulong> draw) => RandomnessLaws.ChangeWithEveryBitOfTheKey(draw, 64, Key, 500);

    private static LawResult Normal(Func<RandomKey, long, double> draw) => RandomnessLaws.AreNormalAndIndependent(draw, Key);

    private static LawResult Events(Func<RandomKey, long, bool> draw) => RandomnessLaws.ComeWithProbability(draw, Rate, Key);

    private static LawResult Orders(Func<RandomKey, int, IReadOnlyList<int>> permutation) => RandomnessLaws.OrdersComeEquallyOften(permutation, Key);

    private static LawResult Choices(Func<RandomKey, int, int, IReadOnlyList<int>> choice) => RandomnessLaws.ChoicesComeEquallyOften(choice, Key);

    private static LawResult Higher(bool isNormal, Func<RandomKey, long, double> draw) =>
        InitialiserLaws.HasHigherMoments((_, _, count, key) => [.. Enumerable.Range(0, count).Select(place => draw(key, place))], (_, _) => 1, isNormal, Key);

    private static LawResult Drops(Func<Matrix<double>, int, int, double> change) => DropoutLaws.DropsIndependently(
        new Broken(Dropout, (inner, input, pass) => inner.Forward(input, pass) is var result && pass is TrainingPass
            ? result with { Output = Matrix<double>.Build.Dense(input.RowCount, input.ColumnCount, (row, column) => change(result.Output, row, column)) }
            : result),
        Rate,
        5,
        7,
        Key,
        500);

    private static int[] Shuffled(int count, Func<int, int> other)
    {
        var order = Enumerable.Range(0, count).ToArray();
        for (var place = count - 1; place >= 0; place--)
        {
            var with = other(place);
            (order[place], order[with]) = (order[with], order[place]);
        }

        return order;
    }
}
