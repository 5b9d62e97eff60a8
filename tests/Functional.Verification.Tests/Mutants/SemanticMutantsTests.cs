namespace Functional.Verification.Tests.Mutants;

using System;
using System.Linq;
using Xunit;
using Xunit.Abstractions;

/// <summary>Every mistake in the table is rejected by the law that is named beside it, which accepts what is right.</summary>
public sealed class SemanticMutantsTests(ITestOutputHelper output)
{
    public static TheoryData<string> Mistakes => [.. SemanticMutants.All.Select(mutant => mutant.Name)];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void The_named_law_rejects(string mistake)
    {
        var mutant = SemanticMutants.All.Single(own => string.Equals(own.Name, mistake, StringComparison.Ordinal));
        var (wrong, right) = (mutant.Wrong(), mutant.Right());
        output.WriteLine($"{mutant.Law}: {wrong.Message}");
        Assert.Equal(Verdict.Fails, wrong.Verdict);
        Assert.NotEmpty(wrong.Message);
        Assert.True(right.Verdict == Verdict.Holds, right.Message);
    }

    [Fact]
    public void There_are_mistakes_of_every_kind_and_from_every_source()
    {
        Assert.True(SemanticMutants.All.Count >= 40);
        Assert.Equal(["draw", "initialiser", "reduction", "sampler", "update"], SemanticMutants.All.Select(mutant => mutant.Kind).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(3, SemanticMutants.All.Select(mutant => mutant.Source).Distinct(StringComparer.Ordinal).Count());
        Assert.True(Mutations.All.Count + LossMutation.All.Count + SemanticMutants.All.Count >= 150);
    }
}
