namespace Functional.Experiments.Tests.Models;

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Functional.Data;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using LanguageExt;
using Xunit;
using static Functional.Networks.Build;

public sealed class EstimateTests
{
    public static TheoryData<Scaling> Scalings =>
    [
        new Scaling.None(),
        new Scaling.UnitInterval(16),
        new Scaling.Standardised([.. Enumerable.Range(0, 64).Select(feature => feature / 8.0)], [.. Enumerable.Range(0, 64).Select(feature => 1 + (feature / 5.0))]),
    ];

    /// <summary>One by one or many at once, in chunks or on threads, from a data set or from numbers: the same bits.</summary>
    [Theory]
    [MemberData(nameof(Scalings))]
    public void An_estimate_has_the_same_bits_however_samples_are_put_together(Scaling scaling)
    {
        Same<float>(scaling);
        Same<double>(scaling);
    }

    [Fact]
    public async Task Threads_that_share_a_model_get_the_bits_that_one_thread_gets()
    {
        var model = Deep<float>(new Scaling.UnitInterval(16));
        var samples = Rows(Digits.Load().Test).Take(200).ToArray();
        var alone = samples.Select(sample => model.Predict(sample)).ToArray();
        var shared = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => samples.Select(sample => model.Predict(sample)).ToArray())));
        Assert.All(shared, estimates => Assert.Equal(alone, estimates));
    }

    [Fact]
    public void Outputs_are_probabilities_scores_or_values_as_the_network_was_trained()
    {
        var sample = new[] { 0.5, -1 };
        var logits = Of(OutputMeaning.Logits).Predict(sample);
        Assert.Equal(1, logits.Outputs.Sum(), 1e-12);
        Assert.Equal(logits.Outputs.Max(), logits.Score);
        Assert.True(logits.HasProbabilities);
        Assert.Equal($"{logits.ClassName} ({(logits.Score * 100).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)} %)", logits.ToString());
        Assert.All(Of(OutputMeaning.IndependentLogits).Predict(sample).Outputs, output => Assert.InRange(output, 0, 1));
        var raw = Of(OutputMeaning.Values).Predict(sample);
        Assert.Equal(Of(OutputMeaning.Scores).Predict(sample).Outputs, raw.Outputs);
        Assert.False(raw.HasProbabilities);
        Assert.Equal(string.Join(", ", raw.Outputs.Select(value => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture))), raw.ToString());
        Assert.Contains("score", Of(OutputMeaning.Scores).Predict(sample).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OutputMeaning.Logits)]
    [InlineData(OutputMeaning.IndependentLogits)]
    [InlineData(OutputMeaning.Scores)]
    [InlineData(OutputMeaning.Values)]
    public void A_loaded_model_predicts_as_the_saved_one(OutputMeaning meaning)
    {
        using var directory = new TemporaryDirectory();
        var path = Path.Combine(directory.Path, "model.safetensors");
        var model = Of(meaning);
        ModelFile.Save(path, model).Right();
        Assert.Equal(model.Predict([0.25, 3]), Model.Load(path).Predict([0.25, 3]));
    }

    [Fact]
    public void A_file_that_is_no_model_throws_with_what_is_wrong()
    {
        var failed = Assert.Throws<InvalidDataException>(() => Model.Load("/no/such/model"));
        Assert.Equal("/no/such/model: there is no such file; expected a model that functional has saved.", failed.Message);
    }

    [Theory]
    [InlineData(new[] { 1.0 }, "A sample has 1 features; the network takes 2, 2 as in small.")]
    [InlineData(new[] { 1.0, 2, 3 }, "A sample has 3 features")]
    [InlineData(new[] { 1.0, double.NaN }, "Feature 1 of a sample is NaN")]
    [InlineData(new[] { double.PositiveInfinity, 1 }, "Feature 0 of a sample is Infinity")]
    [InlineData(new[] { 1, 1e300 }, "Feature 1 of a sample is 1E+300, Infinity once it is scaled")]
    public void A_sample_that_does_not_fit_is_a_mistake_told_with_what_would_be_right(double[] sample, string message)
    {
        var model = Small.Model<float>(Affine(3), 2, 3, new Scaling.None());
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => model.Predict(sample)).Message, StringComparison.Ordinal);
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => model.Predict([[1, 2], sample]).Last()).Message, StringComparison.Ordinal);
        Assert.True(sample.Length != 2 || model.FirstUnusable(sample) is not null);
    }

    private static void Same<T>(Scaling scaling)
        where T : struct, System.Numerics.IFloatingPointIeee754<T>
    {
        var model = Deep<T>(scaling);
        var set = Digits.Load().Test.Scaled(scaling);
        var samples = Rows(set).ToArray();
        var single = samples.Select(sample => model.Predict(sample)).ToArray();
        Assert.Equal(single, model.Predict(samples));
        Assert.Equal(single, model.Predict(samples.Select(sample => sample.ToList()), new Execution { Threads = 3 }));
        Assert.Equal(single.Take(7), model.Predict(samples.Take(7)));
        Assert.Equal(single.Select(each => (each.Class, each.Outputs)), model.Predict(set, Enumerable.Range(0, set.Count)).Select(each => (each.Predicted, each.Scores)));
    }

    private static IEnumerable<double[]> Rows(DataSet set) =>
        Enumerable.Range(0, set.Count).Select(sample => Enumerable.Range(0, set.FeatureCount).Select(feature => set.Features.ValueAt(sample, feature)).ToArray());

    private static Model<T> Deep<T>(Scaling scaling)
        where T : struct, System.Numerics.IFloatingPointIeee754<T> =>
        Small.Model<T>(Chain(Affine(13), BatchNormalisation(), Tanh(), Dropout(0.3), Maxout(9, 3), LayerNormalisation(), Affine(10)), 64, 10, scaling);

    private static Model<double> Of(OutputMeaning meaning) => new(
        new("small", new SampleShape(2), new Scaling.None(), 3, Prelude.Seq("a", "b", "c"), Affine(3), meaning), Affine(3).Initialise<double>(2, RandomKey.FromSeed(4)));
}
