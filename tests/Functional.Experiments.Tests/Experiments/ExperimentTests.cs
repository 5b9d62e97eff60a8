namespace Functional.Experiments.Tests.Settings;

using System.Linq;
using Functional.Networks;
using LanguageExt;
using Xunit;
using static Functional.Networks.Build;

public class ExperimentTests
{
    [Fact]
    public void What_is_left_out_is_as_in_the_default() => Assert.Equal(Experiment.Default, Experiment.Create().Success());

    [Fact]
    public void All_faults_are_reported_together() => Assert.Equal(
        ["hidden", "learning-rate", "epochs"],
        Experiment.Create(hidden: Prelude.Seq(5, 0), learningRate: double.NaN, epochs: 0).Faults().Select(fault => fault.Setting).ToArray());

    [Theory]
    [InlineData(0)]
    [InlineData(-0.1)]
    [InlineData(double.PositiveInfinity)]
    public void A_learning_rate_must_be_a_finite_number_above_0(double rate) => Assert.Single(Experiment.Create(learningRate: rate).Faults());

    [Fact]
    public void The_architecture_follows_from_hidden_layers_and_activation() => Assert.Equal(
        Chain(Affine(8, new HeNormal()), Gelu(), Affine(4, new HeNormal()), Gelu(), Affine(10, new GlorotUniform())),
        Experiment.Create(hidden: Prelude.Seq(8, 4), activation: new Gelu()).Success().Architecture(10));

    [Fact]
    public void Without_hidden_layers_there_is_one_affine_layer() => Assert.Equal(
        Chain(Affine(10, new GlorotUniform())), Experiment.Create(hidden: Seq<int>.Empty).Success().Architecture(10));

    [Fact]
    public void A_saturating_activation_begins_with_Glorot() => Assert.Equal(
        Chain(Affine(8, new GlorotUniform()), Tanh(), Affine(2, new GlorotUniform())),
        Experiment.Create(hidden: Prelude.Seq1(8), activation: new Tanh()).Success().Architecture(2));

    [Fact]
    public void A_batch_larger_than_the_data_and_a_network_too_large_are_both_reported() => Assert.Equal(
        ["batch", "hidden"],
        Experiment.Create(hidden: Prelude.Seq(65536, 65536), sampling: new MiniBatch(97)).Success().For(Small.Split).Faults().Select(fault => fault.Setting).ToArray());

    [Fact]
    public void Keys_differ_by_purpose_and_seed()
    {
        var (one, other) = (Small.Experiment(seed: 1), Small.Experiment(seed: 2));
        Assert.Equal(4, new[] { one.InitialKey, one.TrainingKey, other.InitialKey, other.TrainingKey }.Distinct().Count());
    }

    [Fact]
    public void Equal_settings_make_equal_experiments()
    {
        Assert.Equal(Everything.Experiment(), Everything.Experiment());
        Assert.NotEqual(Everything.Experiment(), Everything.Experiment(dropout: 0.25));
        Assert.NotEqual(Experiment.Default, Experiment.Create(course: new RateCourse.Cosine(0)).Success());
    }

    [Fact]
    public void Normalisation_stands_before_the_activation_and_dropout_behind_it() => Assert.Equal(
        Chain(Affine(8, new HeNormal()), new BatchNormalisation(), Relu(), new Dropout(0.2), Affine(3, new HeNormal()), new BatchNormalisation(), Relu(), new Dropout(0.2), Affine(10, new GlorotUniform())),
        Experiment.Create(hidden: Prelude.Seq(8, 3), regularisation: new(Dropout: 0.2, BatchNormalisation: true)).Success().Architecture(10));

    [Fact]
    public void A_default_experiment_trains_as_it_always_did() => Assert.Equal(
        new Training(new SoftmaxCrossEntropy(), Optimisers.Sgd(0.5)), Experiment.Default.TrainingOn(Small.Split.Train));

    [Theory]
    [InlineData(Optimiser.Sgd)]
    [InlineData(Optimiser.Momentum)]
    [InlineData(Optimiser.Adam)]
    [InlineData(Optimiser.Nesterov)]
    [InlineData(Optimiser.AdaGrad)]
    [InlineData(Optimiser.RmsProp)]
    [InlineData(Optimiser.CentredRmsProp)]
    [InlineData(Optimiser.AmsGrad)]
    [InlineData(Optimiser.AdamW)]
    [InlineData(Optimiser.NAdam)]
    [InlineData(Optimiser.AdaMax)]
    [InlineData(Optimiser.Lion)]
    [InlineData(Optimiser.Lamb)]
    public void Every_optimiser_is_the_one_of_its_name_and_learns_at_its_usual_rate(Optimiser optimiser)
    {
        Schedule rate = Experiment.DefaultRate(optimiser, new SoftmaxCrossEntropy());
        var expected = optimiser switch
        {
            Optimiser.Sgd => Optimisers.Sgd(rate),
            Optimiser.Momentum => Optimisers.Momentum(rate),
            Optimiser.Adam => Optimisers.Adam(rate),
            Optimiser.Nesterov => Optimisers.Nesterov(rate),
            Optimiser.AdaGrad => Optimisers.AdaGrad(rate),
            Optimiser.RmsProp => Optimisers.RmsProp(rate),
            Optimiser.CentredRmsProp => Optimisers.CentredRmsProp(rate),
            Optimiser.AmsGrad => Optimisers.AmsGrad(rate),
            Optimiser.AdamW => Optimisers.AdamW(rate),
            Optimiser.NAdam => Optimisers.NAdam(rate),
            Optimiser.AdaMax => Optimisers.AdaMax(rate),
            Optimiser.Lion => Optimisers.Lion(rate),
            _ => Optimisers.Lamb(rate),
        };
        var experiment = Experiment.Create(optimiser: optimiser, sampling: new MiniBatch(16), epochs: 25).Success();
        Assert.Equal(expected, experiment.TrainingOn(Small.Split.Train).Optimiser);
        Assert.InRange(Small.Result(experiment).Final.TrainAccuracy, 0.9, 1);
    }

    [Fact]
    public void Clipping_stands_first_and_the_limit_of_norms_last() => Assert.Equal(
        new ClipByGlobalNorm(2).Then(Optimisers.Lion(0.0005, 0.1)).Then(new MaxNorm(3)),
        Experiment.Create(optimiser: Optimiser.Lion, weightDecay: 0.1, regularisation: new(ClippingNorm: 2, MaximumNorm: 3)).Success().TrainingOn(Small.Split.Train).Optimiser);

    [Fact]
    public void Momentum_follows_the_scaling_of_rmsprop() => Assert.Equal(
        new ScaleByRmsProp().Then(new Momentum(0.8)).Then(new ScaleByRate(0.001)),
        Experiment.Create(optimiser: Optimiser.RmsProp, momentum: 0.8).Success().TrainingOn(Small.Split.Train).Optimiser);

    [Fact]
    public void A_course_begins_behind_its_warm_up_and_ends_with_the_last_epoch() => Assert.Equal(
        new CosineDecay(0.5, 3 * 8).WarmedUp(2 * 3),
        Experiment.Create(course: new RateCourse.Cosine(0), warmUp: 2, epochs: 10).Success().Schedule(Small.Split.Train));

    [Fact]
    public void The_objective_smooths_then_weighs_then_adds_penalties()
    {
        var counts = ((Functional.Data.ClassLabels)Small.Split.Train.Labels).CountByClass();
        Assert.Equal(
            new Objective(new SoftmaxCrossEntropy().Smoothed(0.1).WithClassWeights(BalancedWeights.Of(counts.AsSpan())), new L1(1e-3), new L2(1e-4)),
            Experiment.Create(regularisation: new(L1: 1e-3, L2: 1e-4, BalancesClasses: true, LabelSmoothing: 0.1)).Success().Objective(Small.Split.Train));
    }

    [Fact]
    public void Samples_that_judge_are_held_out_of_those_to_train_on()
    {
        var experiment = Experiment.Create(validationShare: 0.25, sampling: new MiniBatch(8)).Success();
        var parts = experiment.Parts(Small.Split);
        var validation = parts.Validation.IfNone(() => throw new System.InvalidOperationException("no validation samples"));
        Assert.Equal((72, 24, 32), (parts.Train.Count, validation.Count, parts.Test.Count));
        Assert.Equal(Small.Split.Train.Name, parts.Train.Name);
        Assert.NotEqual(
            parts.Train, Experiment.Create(validationShare: 0.25, sampling: new MiniBatch(8), seed: 1).Success().Parts(Small.Split).Train);
    }

    [Fact]
    public void Everything_out_of_range_is_reported_together() => Assert.Equal(
        ["momentum", "weight-decay", "schedule", "warm-up", "l1", "l2", "dropout", "max-norm", "clip", "label-smoothing", "validation", "early-stopping"],
        Experiment.Create(
            momentum: 1,
            weightDecay: -1,
            course: new RateCourse.Step(0, 1),
            warmUp: -1,
            regularisation: new(L1: -1, L2: double.NaN, Dropout: 1, MaximumNorm: 0, ClippingNorm: double.PositiveInfinity, LabelSmoothing: 1),
            validationShare: 1,
            patience: 0).Faults().Select(fault => fault.Setting).Distinct().ToArray());

    [Fact]
    public void Settings_that_do_not_go_together_are_reported_together() => Assert.Equal(
        ["momentum", "weight-decay", "warm-up", "warm-up", "dropout", "batch-norm", "batch-norm", "label-smoothing", "early-stopping"],
        Experiment.Create(
            hidden: Seq<int>.Empty,
            loss: new MulticlassHinge(),
            sampling: new MiniBatch(1),
            epochs: 3,
            momentum: 0.5,
            weightDecay: 0.1,
            course: new RateCourse.OneCycle(0.3),
            warmUp: 3,
            regularisation: new(Dropout: 0.5, BatchNormalisation: true, LabelSmoothing: 0.1),
            patience: 2).Faults().Select(fault => fault.Setting).ToArray());

    [Theory]
    [InlineData(0.001, "0 of 96")]
    [InlineData(0.999, "96 of 96")]
    public void A_share_that_leaves_nothing_on_one_side_is_a_fault(double share, string found)
    {
        var fault = Assert.Single(Experiment.Create(validationShare: share).Success().For(Small.Split).Faults());
        Assert.Equal("validation", fault.Setting);
        Assert.Contains(found, fault.Found, System.StringComparison.Ordinal);
    }

    [Fact]
    public void A_batch_must_fit_what_is_left_to_train_on() => Assert.Equal(
        "batch: found 80; expected at most 72, the number of samples in digits train without those held out, or full.",
        Assert.Single(Experiment.Create(validationShare: 0.25, sampling: new MiniBatch(80)).Success().For(Small.Split).Faults()).Message);

    [Fact]
    public void Balanced_classes_need_samples_of_every_class() => Assert.Equal(
        "class-weights",
        Assert.Single(Experiment.Create(regularisation: new(BalancesClasses: true), sampling: new FullBatch()).Success().For(new(Small.Split.Train.Take(5), Small.Split.Test)).Faults()).Setting);
}
