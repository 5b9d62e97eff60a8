namespace Functional.Verification.Tests.Laws;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Functional.Networks;
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
    private readonly Dictionary<(bool IsSmooth, string Of), (double Difference, NetworkCase Case)> worst = [];
    private long networks, derivatives, excluded, evaluations;
    private double rounding;

    [Fact]
    public void Backward_equals_numeric_differentiation()
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
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{networks} networks with {derivatives} derivatives, of which {excluded} were left out as kinks ({(double)excluded / derivatives:P2}); {(double)evaluations / derivatives:F1} evaluations each."));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Beyond the tolerance, a difference was at most {rounding:F2} of what rounding may do."));
            foreach (var ((isSmooth, of), (difference, network)) in worst.OrderBy(entry => entry.Key))
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Worst relative difference of networks {(isSmooth ? "without" : "with")} kinks for {of}: {difference:E2} in\n    {network}"));
            }
        }

        Assert.True(networks >= wanted, $"Only {networks} of {wanted} networks were tried.");
        Assert.True(excluded < 0.03 * derivatives, $"{excluded} of {derivatives} derivatives were left out as kinks.");
    }

    [Property(MaxTest = 100, Arbitrary = [typeof(Generators)])]
    public Property Backward_of_every_layer_alone_equals_numeric_differentiation(NetworkCase network) => LawResult.All(Place.In(network.Network<double>()).Select(place =>
    {
        var own = network with { Architecture = new Chain(), Inputs = place.Layer.InputSize ?? network.Inputs };
        return GradientLaws.Of(place.Layer, own.Batch<double>().Inputs, RandomKey.FromSeed(network.Seed), pass: own.Training());
    })).ToProperty();

    [Property(MaxTest = 200, Arbitrary = [typeof(Generators)])]
    public Property Backward_in_inference_equals_numeric_differentiation(NetworkCase network)
    {
        // A pass of training lets the statistics go on, so that inference is not that of a fresh network.
        var fresh = network.Network<double>();
        var gathered = fresh.Forward(network.Batch<double>(1).Inputs, network.Training()).Statistics;
        var layer = gathered.Entries.IsEmpty ? fresh : fresh.WithStatistics(gathered);
        return GradientLaws.Of(network.Objective, layer, network.Batch<double>(), network.IsSmooth, Pass.Inference()).ToProperty();
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(Generators)])]
    public Property Backward_of_every_activation_alone_equals_numeric_differentiation(Activation activation, NetworkCase network)
    {
        var alone = network with { Architecture = activation, Loss = new SquaredError(), Penalties = LanguageExt.Seq<Penalty>.Empty, Targets = TargetKind.Values };
        return GradientLaws.Of(alone.Network<double>(), alone.Batch<double>().Inputs, RandomKey.FromSeed(alone.Seed), alone.IsSmooth).ToProperty();
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(Generators)])]
    public Property The_gradient_of_every_loss_alone_equals_numeric_differentiation(NetworkCase network) =>
        GradientLaws.Of(network with { Architecture = new Chain(), Penalties = LanguageExt.Seq<Penalty>.Empty }).ToProperty();

    [Property(MaxTest = 100, Arbitrary = [typeof(Generators)])]
    public Property The_gradient_of_every_penalty_alone_equals_numeric_differentiation(Penalty penalty, NetworkCase network) =>
        GradientLaws.Of(network with { Architecture = new Affine(3, new GlorotUniform(), new Zeros()), Loss = new SquaredError(), Targets = TargetKind.Values, Penalties = penalty.Alone() }).ToProperty();

    /// <summary>With the usual ε, on features and samples whose deviations are not as small as its root.</summary>
    [Theory]
    [InlineData(5, 9, 1)]
    [InlineData(7, 40, 2)]
    [InlineData(16, 65, 3)]
    public void Backward_of_normalisations_as_they_are_used_equals_numeric_differentiation(int features, int samples, ulong seed)
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
        Assert.True(measured.Judge().IsHeld);
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
        Assert.NotEqual(Verdict.Fails, measured.Judge().Verdict);
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
    public void What_rounding_does_where_steps_are_small_is_allowed_for_and_no_more()
    {
        // A gradient that vanishes, found with a step of 2⁻¹⁰ for an objective of 4: what may be left is 8 · 2⁻⁵³ · 4 · 2¹⁰.
        var allowed = GradientLaws.Roundings * Math.Pow(2, -53 + 2 + 10);
        Assert.Equal(allowed, GradientLaws.Rounding(-4, 1024), 15);
        foreach (var isSmooth in new[] { false, true })
        {
            var tolerance = GradientLaws.ToleranceFor(isSmooth);
            Assert.True(Of(0.99 * allowed).Judge().IsHeld);
            Assert.False(Of(1.01 * allowed).Judge().IsHeld);

            GradientMeasurement Of(double difference)
            {
                var report = new GradientReport(LanguageExt.Prelude.Seq1(new GradientComparison("inputs", 1, 0, difference, difference, difference, difference, 1024, 8)));
                return new(0, report.RelativeDifference(GradientLaws.Rounding(-4, report.InverseStepNorm()) / tolerance), -4, report, isSmooth);
            }
        }
    }

    [Fact]
    public void A_smooth_network_may_leave_out_nothing()
    {
        var report = new GradientReport(LanguageExt.Prelude.Seq1(new GradientComparison("inputs", 99, 1, 0, 0, 0, 1, 1, 1)));
        var measured = new GradientMeasurement(0, 0, 1, report, IsSmooth: true);
        Assert.Equal(Verdict.Fails, measured.Judge().Verdict);
        Assert.Equal(Verdict.Holds, (measured with { IsSmooth = false }).Judge().Verdict);
    }

    [Fact]
    public void A_difference_that_is_no_number_fails() =>
        Assert.Equal(Verdict.Fails, new GradientMeasurement(double.NaN, 0, 1, new GradientReport(LanguageExt.Prelude.Seq1(new GradientComparison("inputs", 1, 0, 0, 0, 0, 1, 1, 1))), IsSmooth: true).Judge().Verdict);

    private Property Holds(NetworkCase network)
    {
        var measured = GradientLaws.Measure(network);
        lock (gate)
        {
            networks++;
            derivatives += measured.Report.Compared + measured.Report.Kinks;
            excluded += measured.Report.Kinks;
            evaluations += measured.Report.Evaluations;
            rounding = Math.Max(rounding, Math.Max(Rounding(measured, inputs: false), Rounding(measured, inputs: true)));
            Note("parameters", measured.Parameters);
            Note("inputs", measured.Inputs);
        }

        return measured.Judge().ToProperty();

        void Note(string of, double difference)
        {
            var key = (network.IsSmooth, of);
            worst[key] = worst.TryGetValue(key, out var before) && before.Difference >= difference ? before : (difference, network);
        }
    }

    /// <summary>The fixed seed and, where the environment tells one, a fresh one.</summary>
    private static IEnumerable<ulong> Seeds() => Environment.GetEnvironmentVariable(FreshSeedVariable) is { Length: > 0 } fresh
        ? [FixedSeed, ulong.Parse(fresh, NumberStyles.None, CultureInfo.InvariantCulture)]
        : [FixedSeed];

    /// <summary>Where a difference is beyond the tolerance, its share of what rounding may do.</summary>
    private static double Rounding(GradientMeasurement measured, bool inputs)
    {
        var own = new GradientReport(measured.Report.Tensors.Filter(tensor => string.Equals(tensor.Name, GradientCheck.Inputs, StringComparison.Ordinal) == inputs).Strict());
        return own.RelativeDifference(0) <= measured.Tolerance
            ? 0
            : Math.Sqrt(own.Tensors.Sum(tensor => tensor.DifferenceNorm * tensor.DifferenceNorm)) / GradientLaws.Rounding(measured.Objective, own.InverseStepNorm());
    }
}
