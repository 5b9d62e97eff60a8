namespace Functional.Verification.Tests.Laws;

using System;
using System.Globalization;
using System.Linq;
using Functional.Networks;
using Functional.Numerics.Randomness;
using Xunit;
using Xunit.Abstractions;

/// <summary>The statistics of everything that is random, with fixed seeds: each may be off by six standard deviations, which chance alone does once in 500 million times.</summary>
public sealed class RandomnessLawsTests(ITestOutputHelper output)
{
    /// <summary>The environment variable with the factor by which there are more draws than usual.</summary>
    private const string FactorVariable = "FUNCTIONAL_STATISTICS";

    public static TheoryData<string> Names => [.. Randomness.All(1).Select(law => law.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_random_has_its_statistics(string name)
    {
        var result = Randomness.All(1).Single(law => string.Equals(law.Name, name, StringComparison.Ordinal)).Law();
        result.Require();
        Assert.False(result.Figures.IsEmpty);
    }

    [Fact]
    public void Every_initialiser_that_draws_has_its_statistics() => Assert.Equal(
        typeof(Initialiser).Assembly.GetExportedTypes().Where(typeof(Initialiser).IsAssignableFrom).Where(type => !type.IsAbstract).Except([typeof(Constant), typeof(Zeros)]).Select(type => type.Name).Order(StringComparer.Ordinal),
        Randomness.Initialisers.Select(own => own.Initialiser.GetType().Name).Order(StringComparer.Ordinal));

    [Fact]
    public void What_begins_alike_is_not_drawn()
    {
        Assert.All(new Constant(0.3).Draw<double>(4, 5, 20, RandomKey.FromSeed(1)), value => Assert.Equal(0.3, value));
        Assert.All(new Zeros().Draw<double>(4, 5, 20, RandomKey.FromSeed(1)), value => Assert.Equal(0, value));
    }

    [LongFact(FactorVariable)]
    public void The_statistics_hold_for_many_more_draws()
    {
        var factor = int.Parse(Environment.GetEnvironmentVariable(FactorVariable)!, CultureInfo.InvariantCulture);
        var laws = Randomness.All(factor).Select(law => (law.Name, Result: law.Law())).ToList();
        output.WriteLine($"{"what",-36}{"statistics",10}{"draws",13}  {"value",-14}{"expected",-14}{"z",7}{"p",10}  the one that is farthest off");
        foreach (var (name, result) in laws)
        {
            var worst = result.Figures.MaxBy(figure => Math.Abs(figure.Z))!;
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{name,-36}{result.Figures.Count,10}{result.Figures.Max(figure => figure.Draws),13}  {worst.Found,-14:G8}{worst.Expected,-14:G8}{worst.Z,7:F2}{worst.P,10:G3}  {worst.What}"));
        }

        var figures = laws.SelectMany(law => law.Result.Figures).ToList();
        var least = figures.Min(figure => figure.P);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{figures.Count} statistics; the smallest p is {least:G3}, and of so many right ones the smallest is as small or smaller in {1 - Math.Pow(1 - least, figures.Count):P1} of all cases. "
            + $"Each is rejected from p = 2e-9 on (six standard deviations), so any of them is by chance alone with a probability of at most {figures.Count * 2e-9:G2} (Bonferroni)."));
        Assert.All(laws, law => law.Result.Require());

        // Statistics that are all too good are no statistics: of many right ones about a third are off by one standard deviation or more.
        var share = figures.Count(figure => Math.Abs(figure.Z) >= 1) / (double)figures.Count;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{share:P1} of them are off by one standard deviation or more; 31.7 % should be."));
        Assert.InRange(share, 0.25, 0.39);
    }
}
