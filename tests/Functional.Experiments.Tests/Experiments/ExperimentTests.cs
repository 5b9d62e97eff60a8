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
}
