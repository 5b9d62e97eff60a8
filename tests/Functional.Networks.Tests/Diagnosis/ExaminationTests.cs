namespace Functional.Networks.Tests.Diagnosis;

using System.Collections.Generic;
using System.Linq;
using Xunit;
using Xunit.Abstractions;
using static Functional.Networks.Build;

/// <summary>Runs made to fail in one way are told by that way; healthy ones are let be.</summary>
public sealed class ExaminationTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, (Patient Patient, string[] Findings)> Patients = new()
    {
        ["healthy rectifiers"] = (new(Deep(2, 16, new Relu(), new HeNormal()), Optimisers.Sgd(0.05), Patient.Clouds(300), Patient.Clouds(300, "validation"), 12), []),
        ["healthy rectifiers with Adam"] = (new(Deep(3, 16, new Relu(), new HeNormal()), Optimisers.Adam(0.002), Patient.Clouds(300), Patient.Clouds(300, "validation"), 12), []),
        ["healthy tangents"] = (new(Deep(2, 16, new Tanh(), new GlorotUniform()), Optimisers.Momentum(0.01), Patient.Clouds(300), Patient.Clouds(300, "validation"), 12), []),
        ["healthy sigmoids"] = (new(Deep(1, 16, new Sigmoid(), new GlorotUniform()), Optimisers.Momentum(0.05), Patient.Clouds(300), Patient.Clouds(300, "validation"), 12), []),
        ["healthy residual blocks"] = (new(Chain(Affine(12), Residual(Chain(Affine(12), Relu())), Residual(Chain(Affine(12), Tanh())), Affine(3)), Optimisers.Sgd(0.05), Patient.Clouds(300), Patient.Clouds(300, "validation"), 10), []),
        ["twelve sigmoids deep"] = (new(Deep(12, 12, new Sigmoid(), new GlorotUniform()), Optimisers.Sgd(0.1), Patient.Clouds(120)), ["Vanishing"]),
        ["large initial weights"] = (new(Deep(10, 16, new Relu(), new Normal(2)), Optimisers.Sgd(1e-20), Patient.Clouds(120), Epochs: 3), ["Exploding"]),
        ["biases far below 0"] = (new(Chain(Affine(16, new HeNormal(), new Constant(-20)), Relu(), Affine(3)), Optimisers.Sgd(0.1), Patient.Clouds(120)), ["Dead"]),
        ["unscaled inputs"] = (new(Deep(1, 16, new Tanh(), new GlorotUniform()), Optimisers.Sgd(0.01), Patient.Clouds(300, scale: 100), Epochs: 10), ["Saturated"]),
        ["a rate of 5"] = (new(Deep(1, 16, new Softplus(), new GlorotUniform()), Optimisers.Sgd(5), Patient.Clouds(300)), ["RateTooHigh"]),
        ["a rate of 30 that saturates"] = (new(Deep(1, 16, new Tanh(), new GlorotUniform()), Optimisers.Sgd(30), Patient.Clouds(300)), ["Saturated", "RateTooHigh"]),
        ["a rate that diverges"] = (new(Deep(2, 16, new Softplus(), new GlorotUniform()), Optimisers.Sgd(1e150), Patient.Clouds(300)), ["RateTooHigh"]),
        ["a rate of a millionth"] = (new(Deep(1, 16, new Relu(), new HeNormal()), Optimisers.Sgd(1e-6), Patient.Clouds(300)), ["RateTooLow"]),
        ["noise by heart"] = (new(Deep(1, 64, new Relu(), new HeNormal()), Optimisers.Momentum(0.02), Patient.Noise(40), Patient.Noise(200, "validation"), 200), ["Overfitting"]),
        ["a line for quadrants"] = (new(Chain(Affine(2)), Optimisers.Sgd(0.1), Patient.Quadrants(200), Epochs: 30), ["Underfitting"]),
    };

    public static TheoryData<string> Names => [.. Patients.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_run_is_told_by_what_is_wrong_with_it(string name)
    {
        var (patient, expected) = Patients[name];
        var record = patient.Record;
        foreach (var figures in record.Snapshots.Where((_, i) => i == 0 || i == record.Snapshots.Count - 1))
        {
            output.WriteLine($"step {figures.Step}, loss {figures.Loss:G4}");
            foreach (var layer in figures.Layers)
            {
                output.WriteLine($"  {layer} ratio {layer.UpdateRatio}");
            }
        }

        output.WriteLine(string.Join(' ', record.Curve.Select(point => $"{point.TrainingLoss:G3}/{point.ValidationLoss:G3}")));
        var findings = Examination.Of(record);
        foreach (var finding in findings)
        {
            output.WriteLine(finding.Message);
        }

        Assert.Equal(expected, findings.Select(finding => finding.GetType().Name).Distinct());
    }

    [Fact]
    public void Each_finding_rests_on_its_figure_and_goes_with_it()
    {
        var healthy = Record(Layer(1, 1, 0.3, 0.2), Layer(1, 1, null, null));
        Assert.Empty(Examination.Of(healthy));
        Assert.Equal(new Finding.Vanishing("layer 0, one", "layer 1, two", 1e-4, 1e-3), Only(Record(Layer(1, 1e-4, 0.3, 0.2), Layer(1, 1, null, null))));
        Assert.Equal(new Finding.Exploding("layer 0, one", "gradient", 2000, 1e3), Only(Record(Layer(1, 2000, 0.3, 0.2), Layer(1, 1, null, null))));
        Assert.Equal(new Finding.Exploding("layer 1, two", "output", 5000, 1e3), Only(Record(Layer(1, 1, 0.3, 0.2), Layer(5000, 1, null, null))));
        Assert.Equal(new Finding.Dead("layer 0, one", 0.6, 0.5), Only(Record(Layer(1, 1, 0.6, 0.2), Layer(1, 1, null, null))));
        Assert.Equal(new Finding.Saturated("layer 0, one", 0.75, 0.5), Only(Record(Layer(1, 1, 0.3, 0.75), Layer(1, 1, null, null))));
        Assert.Equal(new Finding.Dead("layer 0, one", 1, 0.5), Only(Record(Layer(1, 0, 1, null), Layer(1, 1, null, null))));
        Assert.Equal(new Finding.RateTooLow(1e-5, 1e-4, 1, 0.95), Only(healthy with { Snapshots = Slow(healthy, 1e-5), Curve = Curve((0.99, null), (0.95, null)) }));
        Assert.Empty(Examination.Of(healthy with { Snapshots = Slow(healthy, 1e-5), Curve = Curve((0.99, null), (0.8, null)) }));
        Assert.Equal(new Finding.RateTooHigh(0.5, 1, 0.99, 0.95, null), Only(healthy with { Snapshots = Slow(healthy, 0.5), Curve = Curve((0.99, null), (0.95, null)) }));
        Assert.Empty(Examination.Of(healthy with { Snapshots = Slow(healthy, 0.5), Curve = Curve((0.99, null), (0.5, null)) }));
        Assert.Equal(new Finding.RateTooHigh(1e-3, 1, 3, 0.5, null), Only(healthy with { Curve = Curve((3, null), (0.5, null)) }));
        Assert.Equal(new Finding.Overfitting(2, 0.6, 0.7, 0.5, 0.3), Only(healthy with { Curve = Curve((0.9, 0.8), (0.5, 0.6), (0.3, 0.7)) }));
        Assert.Empty(Examination.Of(healthy with { Curve = Curve((0.9, 0.8), (0.5, 0.6), (0.3, 0.65)) }));
        Assert.Empty(Examination.Of(healthy with { Curve = Curve((0.9, 0.8), (0.5, 0.6), (0.55, 0.7)) }));
        Assert.IsType<Finding.Underfitting>(Only(healthy with { Curve = Curve((0.8, null), (0.7, null), (0.695, null), (0.69, null)) }));
        Assert.Empty(Examination.Of(healthy with { Curve = Curve((0.8, null), (0.7, null), (0.66, null), (0.6, null)) }));
        Assert.Empty(Examination.Of(healthy with { Curve = Curve((0.5, null), (0.41, null), (0.402, null), (0.4, null)) }));
        Assert.Empty(Examination.Of(new(LanguageExt.Seq<NetworkFigures>.Empty, LanguageExt.Seq<CurvePoint>.Empty)));
    }

    [Fact]
    public void A_divergence_is_laid_to_the_rate_unless_numbers_exploded_from_the_beginning()
    {
        var divergence = new Divergence(3, "layer 1", "output");
        var healthy = Record(Layer(1, 1, 0.3, 0.2), Layer(1, 1, null, null)) with { Divergence = divergence };
        Assert.Equal(divergence, Assert.IsType<Finding.RateTooHigh>(Only(healthy)).Divergence);
        Assert.IsType<Finding.Exploding>(Only(Record(Layer(1, 1, 0.3, 0.2), Layer(1e7, 1, null, null)) with { Divergence = divergence }));
    }

    [Fact]
    public void The_last_layer_may_saturate_at_what_it_has_learned()
    {
        var saturated = Record(Layer(1, 1, null, null), Layer(1, 1, null, 0.9));
        Assert.IsType<Finding.Saturated>(Only(saturated with { Curve = Curve((0.9, null), (0.8, null)) }));
        Assert.Empty(Examination.Of(saturated with { Curve = Curve((0.9, null), (0.4, null)) }));
    }

    [Fact]
    public void Snapshots_of_different_networks_are_refused()
    {
        var record = Record(Layer(1, 1, null, null), Layer(1, 1, null, null));
        var other = record.Snapshots[0] with { Layers = LanguageExt.Prelude.Seq1(Layer(1, 1, null, null)) };
        Assert.Throws<System.ArgumentException>(() => Examination.Of(record with { Snapshots = record.Snapshots.Add(other) }));
    }

    private static Finding Only(TrainingRecord record) => Assert.Single(Examination.Of(record));

    private static TrainingRecord Record(LayerFigures first, LayerFigures second) => new(
        LanguageExt.Prelude.Seq1(new NetworkFigures(0, 1, LanguageExt.Prelude.Seq(first with { Place = "layer 0", Title = "one" }, second with { Place = "layer 1", Title = "two" }))),
        LanguageExt.Seq<CurvePoint>.Empty);

    private static LayerFigures Layer(double outputs, double gradient, double? dead, double? saturated) =>
        new("", "", outputs, gradient, dead, saturated, 1, gradient, 1e-3);

    private static LanguageExt.Seq<NetworkFigures> Slow(TrainingRecord record, double ratio) =>
        record.Snapshots.Map(figures => figures with { Layers = figures.Layers.Map(layer => layer with { Update = ratio }).Strict() }).Strict();

    private static LanguageExt.Seq<CurvePoint> Curve(params (double Training, double? Validation)[] losses) =>
        new(losses.Select((loss, i) => new CurvePoint(i + 1, loss.Training, loss.Validation)).ToArray());

    private static Chain Deep(int hidden, int width, Activation activation, Initialiser weights) =>
        Chain([.. Enumerable.Range(0, hidden).SelectMany(_ => new Architecture[] { Affine(width, weights), activation }), Affine(3)]);
}
