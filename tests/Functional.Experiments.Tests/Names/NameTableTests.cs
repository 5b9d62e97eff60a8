namespace Functional.Experiments.Tests.Naming;

using System.Linq;
using Functional.Networks;
using Xunit;

public class NameTableTests
{
    [Theory]
    [InlineData("relu")]
    [InlineData("RELU")]
    [InlineData(" ReLU ")]
    public void Case_and_spaces_around_a_name_do_not_matter(string name) => Assert.Equal(new Relu(), Names.Activations.Parse(name).Success());

    [Fact]
    public void An_unknown_name_is_a_fault_that_lists_the_names()
    {
        var fault = Assert.Single(Names.Precisions.Parse("half").Faults());
        Assert.Equal("precision: found 'half'; expected single or double.", fault.Message);
    }

    [Fact]
    public void Every_name_leads_to_its_value_and_back()
    {
        Assert.All(Names.Activations.Entries, entry => Assert.Equal(entry.Name, Names.Activations.NameOf(Names.Activations.Parse(entry.Name).Success())));
        Assert.All(Names.Losses.Entries, entry => Assert.Equal(entry.Name, Names.Losses.NameOf(Names.Losses.Parse(entry.Name).Success())));
        Assert.All(Names.ClassWeights.Entries, entry => Assert.Equal(entry.Name, Names.ClassWeights.NameOf(Names.ClassWeights.Parse(entry.Name).Success())));
        Assert.Equal(System.Enum.GetValues<Optimiser>().Order(), Names.Optimisers.Entries.Select(entry => entry.Value).Order());
        Assert.All(Names.Optimisers.Entries, entry => Assert.Equal(entry.Name, Names.Optimisers.NameOf(Names.Optimisers.Parse(entry.Name).Success())));
    }

    [Fact]
    public void A_value_with_other_parameters_has_no_name() => Assert.True(Names.Activations.NameOf(new LeakyRelu(0.3)).IsNone);

    [Fact]
    public void Names_are_unique() => Assert.Equal(
        Names.Activations.Entries.Count, Names.Activations.Entries.Select(entry => entry.Name).Distinct(System.StringComparer.OrdinalIgnoreCase).Count());
}
