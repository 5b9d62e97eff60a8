namespace Functional.Verification.Tests.Generation;

using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Functional.Networks;
using Xunit;

public sealed class GeneratorsTests
{
    private static readonly NetworkCase[] Cases = Gen.Sample(Generators.NetworkCase.Generator, 2000, new Rnd(1), 50);

    public static TheoryData<Type> ConcreteTypes() =>
    [
        .. typeof(Layer<>).Assembly.GetExportedTypes().Where(type => !type.IsAbstract && type != typeof(CustomLayer<>) && Ancestors(type).Any(Families.Contains)),
    ];

    private static Type[] Families => [typeof(Architecture), typeof(Loss), typeof(Initialiser), typeof(Penalty), typeof(Layer<>), typeof(GradientTransformation), typeof(Schedule)];

    [Theory]
    [MemberData(nameof(ConcreteTypes))]
    public void Every_concrete_type_is_covered(Type type) => Assert.True(Generators.Covers(type), $"There is no generator of {type.Name}.");

    [Fact]
    public void Every_covered_type_appears()
    {
        var appearing = Cases.SelectMany(network => Parts(network.Architecture)).Select(part => part.GetType())
            .Concat(Cases.SelectMany(network => Parts(network.Architecture)).OfType<Affine>().SelectMany(affine => new[] { affine.Weights.GetType(), affine.Bias.GetType() }))
            .Concat(Cases.Select(network => network.Loss.GetType()))
            .Concat(Cases.SelectMany(network => network.Penalties.Map(penalty => penalty.GetType())))
            .Concat(Cases.SelectMany(network => Layers(network.Network<double>())).Select(layer => layer.GetType().GetGenericTypeDefinition()))
            .Concat(Gen.Sample(Generators.Optimiser.Generator, 2000, new Rnd(1), 50).SelectMany(Transformations).Select(transformation => transformation.GetType()))
            .Concat(Gen.Sample(Generators.Schedule.Generator, 500, new Rnd(1), 50).Select(schedule => schedule.GetType()))
            .ToHashSet();
        Assert.Empty(Generators.Covered.Where(type => !appearing.Contains(type)));
    }

    [Fact]
    public void Every_initialiser_appears_for_weights_and_for_biases()
    {
        var affine = Cases.SelectMany(network => Parts(network.Architecture)).OfType<Affine>().ToArray();
        Assert.Equal(9, affine.Select(part => part.Weights.GetType()).Distinct().Count());
        Assert.Equal(9, affine.Select(part => part.Bias.GetType()).Distinct().Count());
    }

    [Fact]
    public void Chains_have_one_to_six_parts() =>
        Assert.Equal([1, 2, 3, 4, 5, 6], Cases.Select(network => ((Chain)network.Architecture).Parts.Count).Distinct().Order());

    [Fact]
    public void Batches_have_one_to_seventeen_samples() =>
        Assert.Equal(Enumerable.Range(1, 17), Cases.Select(network => network.Samples).Distinct().Order());

    [Fact]
    public void Widths_are_one_to_twenty_and_often_one_or_odd()
    {
        var widths = Cases.SelectMany(network => Parts(network.Architecture)).OfType<Affine>().Select(affine => affine.Outputs).ToArray();
        Assert.Equal(Enumerable.Range(1, 20), widths.Distinct().Order());
        Assert.True(widths.Count(width => width == 1) > widths.Length / 5);
        Assert.True(widths.Count(width => width % 2 == 1) > widths.Length / 2);
    }

    [Fact]
    public void Every_loss_comes_with_every_reduction_and_all_targets_that_fit()
    {
        Assert.Equal(12 * 4, Cases.Select(network => (network.Loss.GetType(), network.Loss.Reduction)).Distinct().Count());

        // A wrapped loss takes the targets of the loss within, which may be of any of the four kinds.
        Assert.Equal((10 * 3) + (2 * 4), Cases.Select(network => (network.Loss.GetType(), network.Targets)).Distinct().Count());
        Assert.InRange(Cases.Count(network => network.IsWeighted), 300, 800);
        Assert.Equal([false, true], Cases.Select(network => network.Loss).OfType<SquaredError>().Select(loss => loss.Half).Distinct().Order());
    }

    [Fact]
    public void Penalties_come_sometimes() => Assert.InRange(Cases.Count(network => !network.Penalties.IsEmpty), 400, 1200);

    [Fact]
    public void Smooth_networks_and_such_with_kinks_are_both_common() => Assert.InRange(Cases.Count(network => network.IsSmooth), 400, 1600);

    [Fact]
    public void Every_case_makes_a_network_and_a_batch_that_fit_together()
    {
        foreach (var network in Cases.Take(300))
        {
            var value = network.Objective.Value(network.Network<double>(), network.Batch<double>(), Pass.Inference());
            Assert.True(double.IsFinite(value), network.ToString());
            Assert.Equal(network.Samples, network.Batch<float>().Count);
        }
    }

    [Fact]
    public void Shrinking_gives_valid_cases_none_of_which_is_the_case_itself()
    {
        foreach (var network in Cases.Take(200))
        {
            foreach (var simpler in Generators.NetworkCase.Shrinker(network))
            {
                Assert.NotEqual(network, simpler);
                var layer = simpler.Network<double>();
                Assert.Equal(simpler.Samples, layer.Predict(simpler.Batch<double>().Inputs).ColumnCount);
                Assert.True(double.IsFinite(simpler.Objective.Value(layer, simpler.Batch<double>(), Pass.Inference())));
            }
        }
    }

    [Fact]
    public void Shrinking_ends_with_the_simplest_case()
    {
        foreach (var network in Cases.Take(100))
        {
            var (simplest, steps) = (network, 0);
            while (Generators.NetworkCase.Shrinker(simplest).FirstOrDefault() is { } simpler)
            {
                (simplest, steps) = (simpler, steps + 1);
                Assert.True(steps < 1000);
            }

            Assert.Equal(1, simplest.Inputs);
            Assert.Equal(1, simplest.Samples);
            Assert.True(simplest.Penalties.IsEmpty);
            Assert.False(simplest.IsWeighted);
            Assert.Equal(new SquaredError(Reduction.Sum), simplest.Loss);
            Assert.All(Parts(simplest.Architecture), part => Assert.IsType<Chain>(part));
        }
    }

    [Fact]
    public void Shrinking_finds_the_smallest_network_with_a_given_fault()
    {
        // The fault: somewhere stands a sigmoid behind an affine part of more than two outputs.
        var faulty = Cases.First(IsFaulty);
        while (Generators.NetworkCase.Shrinker(faulty).FirstOrDefault(IsFaulty) is { } simpler)
        {
            faulty = simpler;
        }

        Assert.Equal("1 → Affine 3 (GlorotUniform, bias Normal 1) → Sigmoid\n    Sum of squared error, 1 sample, targets: Values, seed 0", faulty.ToString());

        static bool IsFaulty(NetworkCase network)
        {
            var parts = Parts(network.Architecture).ToArray();
            return parts.Zip(parts.Skip(1)).Any(pair => pair is { First: Affine { Outputs: > 2 }, Second: Sigmoid });
        }
    }

    [Fact]
    public void Architectures_fit_the_inputs_that_they_are_generated_for()
    {
        foreach (var inputs in new[] { 1, 4, 7 })
        {
            var source = Generators.ArchitectureFor(inputs);
            foreach (var architecture in Gen.Sample(source.Generator, 100, new Rnd(2), 50))
            {
                architecture.Initialise<float>(inputs, default);
                Assert.All(source.Shrinker(architecture), simpler => simpler.Initialise<float>(inputs, default));
            }
        }
    }

    [Fact]
    public void The_same_case_gives_the_same_numbers_in_either_precision()
    {
        var network = Cases[17];
        Assert.Equal(network.Network<double>().Parameters.Unroll(), network.Network<double>().Parameters.Unroll());
        Assert.Equal(
            network.Network<double>().Parameters.Unroll().Select(number => (float)number),
            network.Network<float>().Parameters.Unroll());
        Assert.NotEqual(network.Batch<double>(0).Inputs, network.Batch<double>(1).Inputs);
    }

    private static IEnumerable<Architecture> Parts(Architecture architecture) => architecture switch
    {
        Chain chain => chain.Parts.SelectMany(Parts).Prepend(chain),
        Residual residual => Parts(residual.Inner).Prepend(residual),
        _ => [architecture],
    };

    private static IEnumerable<GradientTransformation> Transformations(GradientTransformation transformation) => transformation switch
    {
        Chained chain => chain.Parts.SelectMany(Transformations).Prepend(chain),
        Accumulate gathering => Transformations(gathering.Transformation).Prepend(gathering),
        ForParameters some => Transformations(some.Transformation).Prepend(some),
        SkipNonFinite skipping => Transformations(skipping.Transformation).Prepend(skipping),
        _ => [transformation],
    };

    private static IEnumerable<Layer<double>> Layers(Layer<double> layer) => layer switch
    {
        Chain<double> chain => chain.Layers.SelectMany(Layers).Prepend(chain),
        Residual<double> residual => Layers(residual.Inner).Prepend(residual),
        _ => [layer],
    };

    private static IEnumerable<Type> Ancestors(Type type)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            yield return ancestor.IsGenericType ? ancestor.GetGenericTypeDefinition() : ancestor;
        }
    }
}
