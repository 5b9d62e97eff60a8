namespace Functional.Verification.Tests.Kit;

using System;
using System.Linq;
using Functional.Networks;
using Functional.Verification.Tests.Mutants;
using Xunit;
using Xunit.Abstractions;

public sealed class VerifyTests(ITestOutputHelper output)
{
    private static readonly VerificationOptions Smooth = new() { IsSmooth = true };
    private static readonly VerificationOptions OverSamples = Smooth
        .Without(LayerVerification.Batch.Name, "it looks at the batch as a whole in inference, too");

    [Fact]
    public void A_right_GELU_passes() => Verify.Layer(FaultyLayers.Gelu(FaultyLayers.RightDensity), Smooth);

    [Theory]
    [InlineData(0.3980)]
    [InlineData(0.3990)]
    [InlineData(0.39894)]
    [InlineData(0.3989422)]
    public void A_wrong_digit_in_the_derivative_of_GELU_is_rejected_with_one_number(double density) =>
        Rejected(Inspection.OfLayer(FaultyLayers.Gelu(density), Smooth), LayerVerification.Gradient, "1 feature, 1 sample,");

    [Fact]
    public void A_right_softmax_passes() => Verify.Layer(FaultyLayers.Softmax(withOffDiagonal: true), Smooth);

    [Fact]
    public void A_softmax_without_the_off_diagonal_of_its_Jacobian_is_rejected_with_two_features_of_one_sample() =>
        Rejected(Inspection.OfLayer(FaultyLayers.Softmax(withOffDiagonal: false), Smooth), LayerVerification.Gradient, "2 features, 1 sample,");

    [Fact]
    public void A_right_batch_normalisation_passes() => Verify.Layer(FaultyLayers.BatchNormalisation(withMean: true), OverSamples);

    [Fact]
    public void A_batch_normalisation_without_the_path_through_the_mean_is_rejected_with_one_number() =>
        Rejected(Inspection.OfLayer(FaultyLayers.BatchNormalisation(withMean: false), OverSamples), LayerVerification.Gradient, "1 feature, 1 sample,");

    [Fact]
    public void The_replayed_case_fails_alone_and_alike()
    {
        var wrong = FaultyLayers.Gelu(0.399);
        var found = Counterexample(Inspection.OfLayer(wrong, Smooth), LayerVerification.Gradient);
        Assert.Contains("Verify.Layer(layer, only: new LayerCase(Features: 1, Samples: 1", found.Replay, StringComparison.Ordinal);
        var only = new LayerCase(Features: 1, Samples: 1, Seed: 0, Decimals: 1);
        Assert.Contains(only.ToString(), found.Replay, StringComparison.Ordinal);
        var again = Counterexample(Inspection.OfLayer(wrong, Smooth, only), LayerVerification.Gradient);
        Assert.Equal(found.Message, again.Message);
        Assert.Equal(Inspection.OfLayer(wrong, Smooth), Inspection.OfLayer(wrong, Smooth));
    }

    [Fact]
    public void The_exception_has_the_law_both_numbers_their_place_and_the_line_to_replay()
    {
        var thrown = Assert.Throws<VerificationException>(() => Verify.Layer(FaultyLayers.Gelu(0.399), Smooth));
        output.WriteLine(thrown.Message);
        Assert.All(
            new[] { "Backward equals numeric differentiation", "input [0, 0]", "the backward pass gives", "numeric differentiation", "replay: Verify.Layer(layer, only: new LayerCase(", "input: [", "FAILS", "holds" },
            part => Assert.Contains(part, thrown.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_left_out_stands_in_the_report_with_its_reason()
    {
        var report = Inspection.OfLayer(FaultyLayers.Gelu(0.399), new VerificationOptions()
            .Without(LayerVerification.Gradient.Name, "an experiment").Without(LayerVerification.Adjoint.Name, "an experiment"));
        Assert.True(report.IsHeld);
        Assert.Contains("an experiment", report.ToString(), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new VerificationOptions().Without(LayerVerification.Gradient.Name, " "));
        Assert.Throws<ArgumentException>(() => Inspection.OfLayer(FaultyLayers.Gelu(0.4), new VerificationOptions().Without("no such law", "none")));
        Assert.Throws<ArgumentException>(() => report["no such law"]);
        Assert.Throws<ArgumentOutOfRangeException>(() => new VerificationOptions { Count = 0 });
    }

    [Fact]
    public void A_law_that_says_nothing_of_any_case_does_not_count_as_held()
    {
        // Teeth so fine that every step stands on another one.
        const double Fine = 14142135.623;
        var comb = CustomLayer<double>.Elementwise("comb", x => Math.Abs((x * Fine) - Math.Round(x * Fine)), _ => 0);
        var finding = Inspection.OfLayer(comb)[LayerVerification.Gradient.Name];
        Assert.False(finding.IsHeld);
    }

    [Fact]
    public void What_the_subject_throws_is_a_counterexample()
    {
        var throwing = new CustomLayer<double>("throwing", (_, input, _) => input.RowCount < 3 ? new(input, gradient => new(Parameters<double>.None, () => gradient)) : throw new InvalidOperationException("three is too many"));
        var found = Counterexample(Inspection.OfLayer(throwing), LayerVerification.Shapes);
        Assert.Contains("three is too many", found.Message, StringComparison.Ordinal);
        Assert.Contains("3 features, 1 sample", found.Case, StringComparison.Ordinal);
    }

    [Fact]
    public void Layers_of_the_library_pass()
    {
        var options = new VerificationOptions { Count = 16 };
        Verify.Layer(features => new Functional.Networks.Affine(3).Initialise<double>(features, default), options with { IsSmooth = true });
        Verify.Layer(new Functional.Networks.Chain(new Functional.Networks.Affine(4), new Tanh(), new Functional.Networks.Residual(new Gelu())).Initialise<double>(5, default), options with { IsSmooth = true });
        Verify.Layer(features => new Functional.Networks.BatchNormalisation(epsilon: 0.25).Initialise<double>(features, default), options);
        Verify.Layer(features => new Functional.Networks.LayerNormalisation(0.25).Initialise<double>(features, default), options);
        Verify.Layer(features => new Functional.Networks.ParametricRelu().Initialise<double>(features, default), options);
        Verify.Layer(_ => new Dropout<double>(0.3), options with { IsSmooth = true });
    }

    [Fact]
    public void Activations_of_the_library_pass()
    {
        foreach (var activation in new Activation[] { new Relu(), new LeakyRelu(0.1), new Elu(1), new Sigmoid(), new Tanh(), new Softplus(), new Gelu(), new Silu(), new Softmax(), new Identity() })
        {
            Verify.Activation(activation, new() { Count = 8, IsSmooth = activation is not (Relu or LeakyRelu or Elu) });
        }

        Verify.Activation("cube root of 1 + x²", x => Math.Cbrt(1 + (x * x)), x => 2 * x / (3 * Math.Pow(1 + (x * x), 2.0 / 3)), Smooth);
    }

    [Theory]
    [InlineData(TargetKind.Classes)]
    [InlineData(TargetKind.OneHot)]
    [InlineData(TargetKind.Soft)]
    public void Losses_of_the_library_pass(TargetKind targets)
    {
        var options = new VerificationOptions { Count = 12 };
        foreach (var reduction in Enum.GetValues<Reduction>())
        {
            Verify.Loss(new SoftmaxCrossEntropy(reduction), targets, options with { IsSmooth = true });
            Verify.Loss(new SigmoidCrossEntropy(reduction), targets, options with { IsSmooth = true });
            Verify.Loss(new SquaredError(reduction), targets, options with { IsSmooth = true });
            Verify.Loss(new Huber(1, reduction), TargetKind.Values, options);
        }
    }

    [Theory]
    [InlineData("the sign flipped, t − y")]
    [InlineData("a millionth too large")]
    [InlineData("a factor 1/m too many")]
    public void A_wrong_loss_is_rejected(string mistake)
    {
        var wrong = new MutantLoss(new SquaredError(), LossMutation.Named(mistake));
        Assert.Contains("Verify.Loss(loss", Counterexample(Inspection.OfLoss(wrong), LossVerification.Gradient).Replay, StringComparison.Ordinal);
        Assert.Throws<VerificationException>(() => Verify.Loss(wrong));
    }

    [Fact]
    public void Optimisers_of_the_library_pass()
    {
        var options = new VerificationOptions { Count = 6 };
        Func<Schedule, GradientTransformation>[] optimisers =
        [
            rate => Optimisers.Sgd(rate), rate => Optimisers.Momentum(rate), rate => Optimisers.Adam(rate), rate => Optimisers.Lamb(rate, 0.1), rate => Optimisers.Lion(rate, 0.1),
        ];
        foreach (var optimiser in optimisers)
        {
            Verify.Optimiser(optimiser, options);
        }
    }

    [Fact]
    public void An_optimiser_that_moves_at_a_zero_rate_is_rejected() => Assert.Contains(
        "moves the parameters",
        Counterexample(Inspection.OfOptimiser(rate => Optimisers.Sgd(rate).Then(new AddDecayedWeights(0.1))), OptimiserVerification.ZeroRate).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Networks_pass_and_their_report_names_every_law()
    {
        var network = new NetworkCase(new Functional.Networks.Chain(new Functional.Networks.Affine(4), new Gelu(), new Functional.Networks.Affine(3)), 3, new SoftmaxCrossEntropy(), LanguageExt.Seq<Penalty>.Empty, 5, TargetKind.Classes, 3);
        var report = Verify.Network(network, new() { Count = 4 });
        Assert.Equal(NetworkVerification.All.Map(law => law.Name), report.Findings.Map(finding => finding.Law));
        Assert.Throws<VerificationException>(() => Verify.Network(network with { Loss = new MutantLoss(new SquaredError(), LossMutation.Named("a millionth too large")), Targets = TargetKind.Values }, new() { Count = 2 }));
    }

    [Fact]
    public void Cases_have_sizes_of_one_of_primes_and_around_edges_and_grains()
    {
        var cases = Enumerable.Range(0, 400).Select(index => LayerCase.Draw(Functional.Numerics.Randomness.RandomKey.FromSeed(1), index)).ToArray();
        Assert.All(new[] { 1, 3, 7, 16, 17, 64, 65 }, size => Assert.Contains(cases, own => own.Features == size));
        Assert.All(new[] { 1, 5, 63, 64, 65, 129, 200 }, size => Assert.Contains(cases, own => own.Samples == size));
        Assert.All(cases.SelectMany(own => own.Smaller().Select(smaller => (own, smaller))), pair => Assert.NotEqual(pair.own, pair.smaller));
    }

    private void Rejected(VerificationReport report, Law<LayerTrial> law, string size)
    {
        output.WriteLine(report.ToString());
        Assert.False(report.IsHeld);
        Assert.Contains(size, Counterexample(report, law).Case, StringComparison.Ordinal);
        Assert.All(report.Findings.Filter(finding => !finding.IsHeld), finding => Assert.Contains(finding.Law, new[] { law.Name, LayerVerification.Adjoint.Name }));
    }

    private static Counterexample Counterexample(VerificationReport report, Law<LayerTrial> law) => Counterexample(report, law.Name);

    private static Counterexample Counterexample(VerificationReport report, Law<LossTrial> law) => Counterexample(report, law.Name);

    private static Counterexample Counterexample(VerificationReport report, Law<OptimiserTrial> law) => Counterexample(report, law.Name);

    private static Counterexample Counterexample(VerificationReport report, string law) => report[law].Counterexample.Match(Some: found => found, None: () => throw new InvalidOperationException(report.ToString()));
}
