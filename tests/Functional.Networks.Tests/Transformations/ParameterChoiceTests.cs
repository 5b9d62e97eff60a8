namespace Functional.Networks.Tests.Transformations;

using System;
using System.Linq;
using LanguageExt;
using Xunit;

/// <summary>Transformations of some parameters.</summary>
public sealed class ParameterChoiceTests
{
    [Fact]
    public void Choices_contain_what_they_say()
    {
        Assert.Equal(["0.weights", "0.bias", "1.weights", "1.bias"], Chosen(ParameterChoice.All));
        Assert.Equal(["0.weights", "1.weights"], Chosen(ParameterChoice.Weights));
        Assert.Equal(["0.bias", "1.bias"], Chosen(ParameterChoice.Weights.Complement()));
        Assert.Equal(["0.weights", "0.bias"], Chosen(ParameterChoice.Named("0.*")));
        Assert.Equal(["0.bias", "1.weights", "1.bias"], Chosen(ParameterChoice.Named("*.bias", "1.weights")));
        Assert.Equal(["0.weights"], Chosen(ParameterChoice.Named("*.bias", "1.*").Complement()));
        Assert.Equal(ParameterChoice.Named("a", "b*"), ParameterChoice.Named("a", "b*"));
    }

    [Fact]
    public void A_name_that_fits_nothing_is_refused_with_those_that_there_are()
    {
        var choice = ParameterChoice.Named("0.weights", "2.*");
        GradientTransformation[] all =
        [
            new Freeze(choice), new AddDecayedWeights(1, choice), new MaxNorm(1, choice), new AddPenalty(new L1(1), choice), new ForParameters(choice, GradientTransformation.None),
            Optimisers.Sgd(1).Then(new Accumulate(2, new SkipNonFinite(new ForParameters(ParameterChoice.All, new Freeze(choice.Complement()))))),
        ];
        Assert.All(all, transformation => Assert.Contains(
            "no parameter '2.*'; there are: 0.weights, 0.bias, 1.weights, 1.bias", Assert.Throws<ArgumentException>(() => transformation.Start(Material.Layers())).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Frozen_parameters_keep_their_bits()
    {
        var start = Material.Layers(-0.0);
        var end = Material.Steps(Optimisers.Momentum(0.1).Then(new Freeze(ParameterChoice.Named("0.*"))), start, Enumerable.Repeat(Material.Layers(), 3)).Last();
        Assert.All(new[] { "0.weights", "0.bias" }, name => Assert.Equal(
            start[name].ToColumnMajorArray().Select(BitConverter.DoubleToInt64Bits), end[name].ToColumnMajorArray().Select(BitConverter.DoubleToInt64Bits)));
        Assert.NotEqual(start["1.bias"], end["1.bias"]);
    }

    [Fact]
    public void Layers_have_learning_rates_of_their_own()
    {
        var update = Material.Update(new ForParameters(ParameterChoice.Named("1.*"), new Scale(0.5)).Then(Optimisers.Sgd(1)), Material.Layers(), Material.Layers());
        Assert.Equal(-2, update["0.bias"][0, 0]);
        Assert.Equal(-3.5, update["1.bias"][0, 0]);
    }

    [Fact]
    public void A_norm_of_some_parameters_leaves_the_others_out()
    {
        var clipped = Material.Update(new ForParameters(ParameterChoice.Named("0.bias"), new ClipByGlobalNorm(1)), Material.Layers(), Material.Layers());
        Assert.Equal(1, clipped["0.bias"].Column(0).L2Norm(), 1e-15);
        Assert.Equal(7, clipped["1.bias"][0, 0]);
    }

    [Fact]
    public void Decay_and_penalties_act_on_what_is_chosen()
    {
        var (zero, parameters) = (Material.Layers(0), Material.Layers());
        var decayed = Material.Update(new AddDecayedWeights(0.5), zero, parameters);
        Assert.Equal((1.5, 0), (decayed["0.weights"][0, 0], decayed["1.bias"][0, 0]));
        Assert.Equal(3.5, Material.Update(new AddDecayedWeights(0.5, ParameterChoice.All), zero, parameters)["1.bias"][0, 0]);
        var penalised = Material.Update(new AddPenalty(new L1(0.5)), zero, parameters);
        Assert.Equal((0.5, -0.5, 0), (penalised["0.weights"][0, 0], penalised["0.weights"][0, 2], penalised["1.bias"][0, 0]));
        Assert.Equal(new L2(0.3).AddGradient(zero, parameters).Unroll(), Material.Update(new AddPenalty(new L2(0.3)), zero, parameters).Unroll());
    }

    private static string[] Chosen(ParameterChoice choice) => [.. Material.Layers().Entries.Filter(entry => choice.Contains(entry.Name, entry.Role)).Map(entry => entry.Name)];
}
