namespace Functional.Verification;

using System;
using System.Globalization;
using System.Linq;
using Functional.Networks;
using Functional.Numerics;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;

/// <summary>The laws that every loss must obey, each about a <see cref="LossTrial"/>.</summary>
public static class LossVerification
{
    /// <summary>A value and a column of gradients for each sample.</summary>
    public static Law<LossTrial> Shapes { get; } = new("There is a loss and a gradient for each sample", HasShapes);

    /// <summary>The gradient law, by the outputs.</summary>
    public static Law<LossTrial> Gradient { get; } = new(
        "The gradient equals numeric differentiation",
        trial => trial.Case.Features * trial.Case.Samples > 200
            ? LawResult.Vacuous("There are too many outputs to look at each.")
            : GradientFinding.Of(trial.Loss, new Chain<double>(), trial.Batch, Pass.Inference(), trial.Options.IsSmooth));

    /// <summary>A sample's loss does not depend on the batch that it stands in.</summary>
    public static Law<LossTrial> Samples { get; } = new("A sample's loss is the same in a batch as alone", IsOfTheSample);

    /// <summary>The batch's loss and gradient are the samples', summed and divided as the reduction says.</summary>
    public static Law<LossTrial> Reduction { get; } = new("The reduction is what it says", IsReduced);

    /// <summary>Nothing that goes in is changed, and the same arguments give the same bits.</summary>
    public static Law<LossTrial> Purity { get; } = new("The loss is pure", trial => PurityLaws.Of(trial.Loss, new Chain<double>(), trial.Batch));

    /// <summary>Any number of threads, any width of vectors.</summary>
    public static Law<LossTrial> Execution { get; } = new("Threads and vector width change no bit", trial => ExecutionLaws.Of(trial.Loss, new Chain<double>(), trial.Batch));

    /// <summary>Outputs of any size.</summary>
    public static Law<LossTrial> Finite { get; } = new("Finite outputs give a finite loss and gradient", StaysFinite);

    /// <summary>All of them.</summary>
    public static Seq<Law<LossTrial>> All { get; } = Prelude.Seq(Shapes, Gradient, Samples, Reduction, Purity, Execution, Finite);

    private static LawResult HasShapes(LossTrial trial)
    {
        var found = trial.Loss.OfSamples(trial.Batch.Inputs, trial.Batch.Targets);
        return LawResult.Where(
            found.Values.Count == trial.Case.Samples && found.Gradients.RowCount == trial.Case.Features && found.Gradients.ColumnCount == trial.Case.Samples,
            () => $"Of {trial.Case.Features} × {trial.Case.Samples} outputs there are {found.Values.Count} losses and gradients of {found.Gradients.RowCount} × {found.Gradients.ColumnCount}.");
    }

    private static LawResult IsOfTheSample(LossTrial trial)
    {
        var (outputs, targets) = (trial.Batch.Inputs, trial.Batch.Targets.ToColumns(trial.Case.Features));
        var whole = trial.Loss.OfSamples(outputs, new ValueTargets<double>(targets));
        return LawResult.All(Enumerable.Range(0, outputs.ColumnCount).Select(sample =>
        {
            var alone = trial.Loss.OfSamples(Column(outputs, sample), new ValueTargets<double>(Column(targets, sample)));
            return LawResult.Where(
                Bits.Same(alone.Values[0], whole.Values[sample]) && Bits.Same(alone.Gradients.Numbers, whole.Gradients.ColumnNumbers(sample)),
                () => string.Create(CultureInfo.InvariantCulture, $"Sample {sample} alone has a loss of {alone.Values[0]:R}, in a batch of {outputs.ColumnCount} one of {whole.Values[sample]:R}, or another gradient."));
        }));
    }

    private static LawResult IsReduced(LossTrial trial)
    {
        var batch = trial.Batch;
        var samples = trial.Loss.OfSamples(batch.Inputs, batch.Targets);
        var found = trial.Loss.Evaluate(batch.Inputs, batch.Targets);
        var weights = Enumerable.Range(0, batch.Count)
            .Select(sample => batch.Targets.WeightOf(sample) * (trial.Loss.ClassWeights.IsEmpty ? 1 : trial.Loss.ClassWeights[batch.Targets.ClassOf(sample)]))
            .ToArray();
        var divisor = trial.Loss.Reduction switch
        {
            Networks.Reduction.Sum => 1,
            Networks.Reduction.MeanOverSamples => weights.Sum(),
            Networks.Reduction.MeanOverElements => weights.Sum() * trial.Case.Features,
            _ => batch.Count,
        };
        var expected = samples.Values.Zip(weights, (value, weight) => value * weight).Sum() / divisor;
        var scale = samples.Values.Zip(weights, (value, weight) => Math.Abs(value * weight)).Sum() / divisor;
        var gradients = Enumerable.Range(0, batch.Count).Max(sample =>
            Enumerable.Range(0, trial.Case.Features).Max(row => Math.Abs(found.Gradient[row, sample] - (samples.Gradients[row, sample] * weights[sample] / divisor)))
            / Math.Max(double.Epsilon, Norms.Of(samples.Gradients) / divisor));
        return LawResult.Where(
            Math.Abs(found.Value - expected) <= 1e-12 * Math.Max(scale, double.Epsilon) && !(gradients > 1e-12),
            () => string.Create(CultureInfo.InvariantCulture, $"The loss is {found.Value:R}; {trial.Loss.Reduction} of its samples' is {expected:R}. The gradients differ by {gradients:E1}."));
    }

    private static LawResult StaysFinite(LossTrial trial)
    {
        var largest = trial.Options.LargestInput;
        return LawResult.All(new Func<int, double>[] { _ => 0, _ => largest, _ => -largest, i => (i & 1) == 0 ? largest : -largest, i => (i & 1) == 0 ? 1e-300 : -1e-300 }.Select(number =>
        {
            var outputs = Dense.Matrix(trial.Case.Features, trial.Case.Samples, [.. Enumerable.Range(0, trial.Case.Features * trial.Case.Samples).Select(number)]);
            var (value, gradient) = trial.Loss.Evaluate(outputs, trial.Batch.Targets);
            return LawResult.Where(
                double.IsFinite(value) && gradient.Enumerate().All(double.IsFinite),
                () => string.Create(CultureInfo.InvariantCulture, $"For {LayerTrial.Shown("outputs", outputs)} the loss is {value:R} with {LayerTrial.Shown("the gradient", gradient)}."));
        }));
    }

    private static Matrix<double> Column(Matrix<double> values, int sample) => Dense.Matrix(values.RowCount, 1, values.ColumnNumbers(sample).ToArray());
}
