namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Data;
using Functional.Networks;
using Functional.Numerics;
using LanguageExt;

/// <summary>What a network makes of the samples to test with: one of <see cref="Classes"/> and <see cref="Values"/>.</summary>
public abstract record TestResult
{
    /// <summary>How many of the worst mistakes are kept: 24.</summary>
    public const int Kept = 24;

    private TestResult()
    {
    }

    /// <summary>Judges a network.</summary>
    /// <param name="model">The network.</param>
    /// <param name="test">The samples.</param>
    /// <param name="execution">How to compute; sequentially when left out. It changes no bit.</param>
    /// <returns>The result, or in a sentence why the samples are not for this network.</returns>
    public static Either<string, TestResult> Of(Model model, DataSet test, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(test);
        var description = model.Description;
        if (test.Shape != description.InputShape)
        {
            return $"The test samples are {test.Shape}, but the network takes {description.InputShape}; so nothing is told of them.";
        }

        var scaled = test.Scaled(description.Scaling);
        return (description.Outputs, test.Labels) switch
        {
            (OutputMeaning.Values, ValueLabels labels) when labels.OutputCount == description.ClassCount => ValuesOf(model, scaled, labels, execution),
            (not OutputMeaning.Values, ClassLabels labels) when labels.ClassCount <= description.ClassCount => ClassesOf(model, scaled, execution),
            _ => $"The test samples have other labels than the network's {description.ClassCount} outputs tell; so nothing is told of them.",
        };
    }

    private static Classes ClassesOf(Model model, DataSet test, Execution? execution)
    {
        var pairs = new List<(int Truth, int Predicted)>(test.Count);
        var wrong = new List<(int Sample, int Truth, int Predicted, double Score, double TrueScore)>();
        foreach (var prediction in model.Predict(test, Enumerable.Range(0, test.Count), execution))
        {
            pairs.Add((prediction.Truth, prediction.Predicted));
            if (!prediction.IsRight)
            {
                wrong.Add((prediction.Sample, prediction.Truth, prediction.Predicted, prediction.Scores[prediction.Predicted], prediction.Scores[prediction.Truth]));
            }
        }

        var worst = wrong.OrderByDescending(own => own.Score).ThenBy(own => own.Sample).Take(SamplePicture.AtMost(test.Shape, Kept));
        return new Classes(
            new Verdict(ConfusionMatrix.Of(pairs, model.Description.ClassCount)),
            worst.Select(own => new Mistake(own.Sample, own.Truth, own.Predicted, own.Score, own.TrueScore, SamplePicture.Of(test, own.Sample))).ToArray().ToSeq().Strict());
    }

    private static Values ValuesOf(Model model, DataSet test, ValueLabels labels, Execution? execution)
    {
        var (width, truths) = (labels.OutputCount, labels.Values.ToArray());
        var predicted = model.Predict(test, Enumerable.Range(0, test.Count), execution).SelectMany(prediction => prediction.Scores).ToArray();
        var (outputs, targets) = (Dense.Matrix(width, test.Count, predicted), new ValueTargets<double>(Dense.Matrix(width, test.Count, truths)));
        var (absolute, square, share) = (MeanAbsoluteError.OfOutputs(outputs, targets), RootMeanSquaredError.OfOutputs(outputs, targets), CoefficientOfDetermination.OfOutputs(outputs, targets));
        var worst = Enumerable.Range(0, truths.Length).OrderByDescending(place => Math.Abs(predicted[place] - truths[place])).Take(SamplePicture.AtMost(test.Shape, Kept));
        return new Values(
            Enumerable.Range(0, width).Select(output => new OutputErrors(absolute[output], square[output], share[output])).ToArray().ToSeq().Strict(),
            worst.Select(place => new Deviation(place / width, place % width, truths[place], predicted[place], SamplePicture.Of(test, place / width))).ToArray().ToSeq().Strict());
    }

    /// <summary>Samples have a class each.</summary>
    /// <param name="Verdict">Which classes are taken for which.</param>
    /// <param name="Worst">
    /// The mistakes that the network is most sure of, those with the largest number for the wrong class first; at most <see cref="Kept"/>, fewer where
    /// samples are large pictures.
    /// </param>
    public sealed record Classes(Verdict Verdict, Seq<Mistake> Worst) : TestResult
    {
        /// <summary>The mistakes that the network is most sure of, those with the largest number for the wrong class first; at most <see cref="Kept"/>, fewer where samples are large pictures.</summary>
        public Seq<Mistake> Worst { get; init => field = Given.NoNulls(value); } = Given.NoNulls(Worst);

        /// <summary>Which classes are taken for which.</summary>
        public Verdict Verdict { get; init => field = Given.NotNull(value); } = Given.NotNull(Verdict);
    }

    /// <summary>Samples have values that are predicted.</summary>
    /// <param name="Outputs">The errors of each value.</param>
    /// <param name="Worst">The predictions that are farthest off, at most <see cref="Kept"/>, fewer where samples are large pictures.</param>
    public sealed record Values(Seq<OutputErrors> Outputs, Seq<Deviation> Worst) : TestResult
    {
        /// <summary>The errors of each value.</summary>
        public Seq<OutputErrors> Outputs { get; init => field = Given.NoNulls(value); } = Given.NoNulls(Outputs);

        /// <summary>The predictions that are farthest off, at most <see cref="Kept"/>, fewer where samples are large pictures.</summary>
        public Seq<Deviation> Worst { get; init => field = Given.NoNulls(value); } = Given.NoNulls(Worst);
    }
}
