namespace Functional.Verification.Tests.Laws;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Functional.Networks;
using Functional.Numerics.Differentiation;
using Functional.Numerics.Randomness;
using Functional.Verification.Tests.Mutants;
using Microsoft.FSharp.Core;
using Xunit;
using Xunit.Abstractions;

/// <summary>
/// The gradient law on random networks. The environment variable FUNCTIONAL_NETWORKS says on how many; the output tells the worst
/// differences, so <c>--logger "console;verbosity=detailed"</c> shows them.
/// </summary>
public sealed class GradientLawsTests(ITestOutputHelper output)
{
    private const string NetworksVariable = "FUNCTIONAL_NETWORKS";
    private const string FreshSeedVariable = "FUNCTIONAL_FRESH_SEED";
    private const int Networks = 2000;
    private const ulong FixedSeed = 2026;

    private readonly System.Threading.Lock gate = new();
    private (double Difference, NetworkCase? Case) worstParameters, worstInputs;
    private long networks, derivatives, excluded;

    [Fact]
    public void Backward_equals_central_difference()
    {
        var wanted = Environment.GetEnvironmentVariable(NetworksVariable) is { Length: > 0 } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : Networks;
        try
        {
            foreach (var seed in Seeds())
            {
                var config = Config.QuickThrowOnFailure
                    .WithMaxTest(wanted)
                    .WithMaxRejected(wanted / 10)
                    .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(seed), FSharpOption<int>.None)))
                    .WithParallelRunConfig(FSharpOption<ParallelRunConfig>.Some(new ParallelRunConfig(Environment.ProcessorCount)));
                Check.One(config, Prop.ForAll(Generators.NetworkCase, Holds));
            }
        }
        finally
        {
            output.WriteLine($"{networks} networks with {derivatives} derivatives, of which {excluded} were left out as kinks.");
            output.WriteLine($"Worst relative difference for parameters: {worstParameters.Difference:E2} in\n    {worstParameters.Case}");
            output.WriteLine($"Worst relative difference for inputs: {worstInputs.Difference:E2} in\n    {worstInputs.Case}");
        }

        Assert.True(networks >= wanted, $"Only {networks} of {wanted} networks were tried.");
        Assert.True(excluded < 0.03 * derivatives, $"{excluded} of {derivatives} derivatives were left out as kinks.");
    }

    [Property(MaxTest = 100, Arbitrary = [typeof(Generators)])]
    public Property Backward_of_every_layer_alone_equals_central_difference(NetworkCase network) => LawResult.All(Place.In(network.Network<double>()).Select(place =>
    {
        var own = network with { Architecture = new Chain(), Inputs = place.Layer.InputSize ?? network.Inputs };
        return GradientLaws.Of(place.Layer, own.Batch<double>().Inputs, RandomKey.FromSeed(network.Seed), pass: own.Training());
    })).ToProperty();

    [Property(MaxTest = 200, Arbitrary = [typeof(Generators)])]
    public Property Backward_in_inference_equals_central_difference(NetworkCase network)
    {
        // A pass of training lets the statistics go on, so that inference is not that of a fresh network.
        var fresh = network.Network<double>();
        var gathered = fresh.Forward(network.Batch<double>(1).Inputs, network.Training()).Statistics;
        var layer = gathered.Entries.IsEmpty ? fresh : fresh.WithStatistics(gathered);
        return GradientLaws.Of(network.Objective, layer, network.Batch<double>(), network.IsSmooth, Pass.Inference()).ToProperty();
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(Generators)])]
    public Property Backward_of_every_activation_alone_equals_central_difference(Activation activation, NetworkCase network)
    {
        var alone = network with { Architecture = activation, Loss = new SquaredError(), Penalties = LanguageExt.Seq<Penalty>.Empty, Targets = TargetKind.Values };
        return GradientLaws.Of(alone.Network<double>(), alone.Batch<double>().Inputs, RandomKey.FromSeed(alone.Seed), alone.IsSmooth).ToProperty();
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(Generators)])]
    public Property The_gradient_of_every_loss_alone_equals_central_difference(NetworkCase network) =>
        GradientLaws.Of(network with { Architecture = new Chain(), Penalties = LanguageExt.Seq<Penalty>.Empty }).ToProperty();

    [Property(MaxTest = 100, Arbitrary = [typeof(Generators)])]
    public Property The_gradient_of_every_penalty_alone_equals_central_difference(Penalty penalty, NetworkCase network) =>
        GradientLaws.Of(network with { Architecture = new Affine(3, new GlorotUniform(), new Zeros()), Loss = new SquaredError(), Targets = TargetKind.Values, Penalties = penalty.Alone() }).ToProperty();

    /// <summary>With the usual ε, on features and samples whose deviations are not as small as its root.</summary>
    [Theory]
    [InlineData(5, 9, 1)]
    [InlineData(7, 40, 2)]
    [InlineData(16, 65, 3)]
    public void Backward_of_normalisations_as_they_are_used_equals_central_difference(int features, int samples, ulong seed)
    {
        var parts = new Architecture[]
        {
            new BatchNormalisation(scale: new Normal(1), shift: new Normal(1)), new LayerNormalisation(scale: new Normal(1), shift: new Normal(1)), new RmsNormalisation(scale: new Normal(1)),
        };
        foreach (var part in parts)
        {
            GradientLaws.Of(new NetworkCase(part, features, new SquaredError(), LanguageExt.Seq<Penalty>.Empty, samples, TargetKind.Values, seed)).Require();
        }
    }

    [Fact]
    public void A_law_that_leaves_out_nearly_everything_says_nothing()
    {
        // ReLU of 0·x + 0: every derivative by a bias stands on the kink.
        var dead = new NetworkCase(new Chain(new Affine(3, new Zeros(), new Zeros()), new Relu()), 2, new SquaredError(), new L1(1).Alone(), 4, TargetKind.Values, 1);
        Assert.Equal(Verdict.SaysNothing, GradientLaws.Of(dead).Verdict);
    }

    [Fact]
    public void A_jump_of_the_second_derivative_right_at_the_place_is_left_out()
    {
        // ELU of 0·x + 0: the derivative by the bias is there, but central differences find it with an error of the order of the step.
        var bent = new NetworkCase(new Chain(new Affine(1, new Zeros(), new Zeros()), new Elu()), 1, new SquaredError(Reduction.Sum), LanguageExt.Seq<Penalty>.Empty, 1, TargetKind.Values, 0);
        var measured = GradientLaws.Measure(bent);
        Assert.True(measured.Report.Kinks >= 1);
        Assert.True(measured.Judge(bent.IsSmooth).IsHeld);
    }

    [Theory]
    [MemberData(nameof(Hinges))]
    public void The_edge_of_a_margin_right_at_the_place_is_left_out(Loss hinge, int outputs, double bias)
    {
        // Of 0·x + b: where one output is 1 it stands on its margin's edge, where all three are 0 the two wrong classes are equally strong.
        var edge = new NetworkCase(new Chain(new Affine(outputs, new Zeros(), new Constant(bias))), 1, hinge, LanguageExt.Seq<Penalty>.Empty, 1, TargetKind.Classes, 0);
        var measured = GradientLaws.Measure(edge);
        Assert.False(edge.IsSmooth);
        Assert.True(measured.Report.Kinks >= 1);
        Assert.NotEqual(Verdict.Fails, measured.Judge(edge.IsSmooth).Verdict);
    }

    public static TheoryData<Loss, int, double> Hinges() => new()
    {
        { new Hinge(), 1, 1 },
        { new Hinge(squared: true), 1, 1 },
        { new MulticlassHinge(), 3, 0 },
        { new MulticlassHinge(squared: true), 3, 0 },
        { new Hinge().WithClassWeights(LanguageExt.Prelude.Seq(2.0, 1.0)), 1, 1 },
    };

    [Fact]
    public void What_a_finer_step_beside_a_kink_rounds_is_allowed_for()
    {
        // The penalty makes the objective 5, the gradient by the inputs is small, and kinks nearby need the smallest step of all.
        Normal normal = new(1);
        GlorotUniform glorot = new();
        var inner = new Chain(new Affine(1, normal, normal), new Affine(1, new Uniform(0.82), normal));
        var network = new Chain(new Affine(19, glorot, normal), new Relu(), new Affine(2, glorot, normal), new Chain(new Affine(1, glorot, normal), inner));
        var measured = GradientLaws.Measure(new(network, 3, new SquaredError(Reduction.MeanOverElements), new L2(0.71).Alone(), 3, TargetKind.Values, 9139));
        Assert.Equal(CentralDifference.DefaultStep / 64, measured.Report.Tensors.Map(tensor => tensor.FinestStep).Fold(1.0, Math.Min));
        Assert.True(measured.Report.RelativeDifference(GradientLaws.Floor * measured.Objective, tensor => string.Equals(tensor.Name, GradientCheck.Inputs, StringComparison.Ordinal)) > GradientLaws.Tolerance);
        Assert.True(measured.Judge(isSmooth: false).IsHeld);
    }

    [Fact]
    public void A_smooth_network_may_leave_out_nothing()
    {
        var report = new GradientReport(LanguageExt.Prelude.Seq1(new GradientComparison("inputs", 99, 1, 0, 0, 0, 1, 1)));
        var measured = new GradientMeasurement(0, 0, 1, report);
        Assert.Equal(Verdict.Fails, measured.Judge(isSmooth: true).Verdict);
        Assert.Equal(Verdict.Holds, measured.Judge(isSmooth: false).Verdict);
    }

    [Fact]
    public void A_difference_that_is_no_number_fails() =>
        Assert.Equal(Verdict.Fails, new GradientMeasurement(double.NaN, 0, 1, new GradientReport(LanguageExt.Prelude.Seq1(new GradientComparison("inputs", 1, 0, 0, 0, 0, 1, 1)))).Judge(isSmooth: true).Verdict);

    private Property Holds(NetworkCase network)
    {
        var measured = GradientLaws.Measure(network);
        lock (gate)
        {
            networks++;
            derivatives += measured.Report.Compared + measured.Report.Kinks;
            excluded += measured.Report.Kinks;
            worstParameters = Worse(worstParameters, measured.Parameters, network);
            worstInputs = Worse(worstInputs, measured.Inputs, network);
        }

        return measured.Judge(network.IsSmooth).ToProperty();
    }

    /// <summary>The fixed seed and, where the environment tells one, a fresh one.</summary>
    private static IEnumerable<ulong> Seeds() => Environment.GetEnvironmentVariable(FreshSeedVariable) is { Length: > 0 } fresh
        ? [FixedSeed, ulong.Parse(fresh, NumberStyles.None, CultureInfo.InvariantCulture)]
        : [FixedSeed];

    private static (double Difference, NetworkCase? Case) Worse((double Difference, NetworkCase? Case) worst, double difference, NetworkCase network) =>
        worst.Case is null || difference > worst.Difference ? (difference, network) : worst;
}
