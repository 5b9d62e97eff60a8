namespace Functional.Verification.Tests.Mutants;

using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Functional.Networks;
using Functional.Numerics.Randomness;
using Xunit;
using Xunit.Abstractions;

public sealed class MutantsTests(ITestOutputHelper output)
{
    /// <summary>A mutant must be rejected within so many random networks that contain it. Some cannot tell: one sample, one unit, a dead one.</summary>
    private const int Tries = 10;

    private static readonly NetworkCase[] Cases = [.. Gen.Sample(Generators.NetworkCase.Generator, 3000, new Rnd(20), 50).Where(network => network.Inputs * network.Samples <= 40)];

    public static TheoryData<string> LayerMutants() => [.. Mutations.All.Select(mutation => mutation.Name)];

    public static TheoryData<string> LossMutants() => [.. LossMutation.All.Select(mutation => mutation.Name)];

    [Theory]
    [MemberData(nameof(LayerMutants))]
    public void The_gradient_law_rejects_a_layer_with(string mistake)
    {
        var mutation = Mutations.Named(mistake);
        Rejects(mistake, Mutated(mutation).Select(mutant => GradientLaws.Of(
            mutant.Case.Objective, mutant.Network, mutant.Case.Batch<double>(), mutant.Case.IsSmooth, mutant.Case.Training())));
    }

    [Theory]
    [MemberData(nameof(LossMutants))]
    public void The_gradient_law_rejects_a_loss_with(string mistake)
    {
        var mutation = LossMutation.Named(mistake);
        Rejects(mistake, Cases.Where(network => mutation.Applies(network.Loss)).Select(network => Law(network, mutation)));
    }

    [Theory]
    [MemberData(nameof(LayerMutants))]
    public void The_gradient_law_of_a_single_layer_rejects_one_with(string mistake)
    {
        var mutation = Mutations.Named(mistake);
        Rejects(mistake, Alone(mutation).Select(alone => GradientLaws.Of(
            alone.Layer, alone.Case.Batch<double>().Inputs, RandomKey.FromSeed(alone.Case.Seed), pass: alone.Case.Training())));
    }

    [Theory]
    [MemberData(nameof(LayerMutants))]
    public void The_adjoint_law_rejects_a_layer_with(string mistake)
    {
        var mutation = Mutations.Named(mistake);
        Rejects(mistake, Alone(mutation).Select(alone => PullbackLaws.IsAdjoint(
            alone.Layer, alone.Case.Batch<double>().Inputs, RandomKey.FromSeed(alone.Case.Seed), alone.Case.Training())));
    }

    [Fact]
    public void With_nothing_wrong_the_wrapped_layer_passes()
    {
        foreach (var (network, layer) in Mutated(Mutations.None).Take(60))
        {
            var result = GradientLaws.Of(network.Objective, layer, network.Batch<double>(), network.IsSmooth, network.Training());
            Assert.True(result.IsHeld, $"{network}\n{result.Message}");
        }
    }

    [Fact]
    public void With_nothing_wrong_the_wrapped_loss_passes()
    {
        foreach (var network in Cases.Take(60))
        {
            var result = Law(network, LossMutation.None);
            Assert.True(result.IsHeld, $"{network}\n{result.Message}");
        }
    }

    private static LawResult Law(NetworkCase network, LossMutation mutation) =>
        GradientLaws.Of(new Objective(new MutantLoss(network.Loss, mutation), network.Penalties), network.Network<double>(), network.Batch<double>(), network.IsSmooth, network.Training());

    /// <summary>Random networks with a mutant in a place that fits.</summary>
    private static IEnumerable<(NetworkCase Case, Layer<double> Network)> Mutated(Mutation mutation) =>
        from network in Cases
        let places = Place.In(network.Network<double>()).Where(place => mutation.Applies(place.Layer)).ToArray()
        where places.Length > 0
        let place = places[RandomKey.FromSeed(network.Seed).For("mutant").Below(places.Length, 0)]
        select (network, place.Put(new Mutant(place.Layer, mutation)));

    /// <summary>Mutants by themselves, for inputs of as many features as they take.</summary>
    private static IEnumerable<(NetworkCase Case, Layer<double> Layer)> Alone(Mutation mutation) =>
        from network in Cases
        from place in Place.In(network.Network<double>()).Where(place => mutation.Applies(place.Layer)).Take(1)
        let size = place.Layer.InputSize ?? network.Inputs
        select (network with { Architecture = new Chain(), Inputs = size }, (Layer<double>)new Mutant(place.Layer, mutation));

    private void Rejects(string mistake, IEnumerable<LawResult> results)
    {
        var tries = 0;
        foreach (var result in results.Take(Tries))
        {
            tries++;
            if (result.Verdict == Verdict.Fails)
            {
                output.WriteLine($"Rejected at try {tries}: {result.Message.Split('\n')[0]}");
                return;
            }
        }

        Assert.Fail($"A mutant with {mistake} passed {tries} times.");
    }
}
