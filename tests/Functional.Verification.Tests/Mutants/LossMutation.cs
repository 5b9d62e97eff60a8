namespace Functional.Verification.Tests.Mutants;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Networks;
using MathNet.Numerics.LinearAlgebra;

/// <summary>A way to get a loss's gradient wrong.</summary>
/// <param name="Name">What is wrong.</param>
/// <param name="Applies">Whether a loss can be got wrong in this way.</param>
/// <param name="Wrong">The wrong gradients.</param>
public sealed record LossMutation(string Name, Func<Loss, bool> Applies, Func<LossWayBack, Matrix<double>> Wrong)
{
    private LossMutation(string name, Func<Loss, bool> applies, Func<Matrix<double>, Matrix<double>, Matrix<double>, Matrix<double>> wrong)
        : this(name, applies, back => wrong(back.Gradient, back.Outputs, back.Targets))
    {
    }

    /// <summary>No mistake: the wrapper alone.</summary>
    public static LossMutation None { get; } = new("nothing wrong", _ => true, back => back.Gradient);

    /// <summary>All mistakes.</summary>
    public static IReadOnlyList<LossMutation> All { get; } =
    [
        new("the sign flipped, t − y", _ => true, (gradient, _, _) => -gradient),
        new("the factor 2 missing", loss => loss is SquaredError { Half: false }, (gradient, _, _) => gradient / 2),
        new("a factor 2 too many", loss => loss is SquaredError { Half: true }, (gradient, _, _) => gradient * 2),
        new("the factor 1/m missing", loss => loss.Reduction != Reduction.Sum, (gradient, _, _) => gradient * gradient.ColumnCount),
        new("a factor 1/m too many", _ => true, (gradient, _, _) => gradient / gradient.ColumnCount),
        new("the mean over elements, not over samples", loss => loss.Reduction == Reduction.MeanOverSamples, (gradient, _, _) => gradient / gradient.RowCount),
        new("p, not p − t", loss => loss is SoftmaxCrossEntropy or SigmoidCrossEntropy, (gradient, _, targets) => gradient + targets),
        new("the targets of the next sample", loss => loss is SoftmaxCrossEntropy or SigmoidCrossEntropy, (gradient, _, targets) => gradient + targets - WayBack.NextSample(targets)),
        new("the sigmoid's derivative once more", loss => loss is SigmoidCrossEntropy, (gradient, outputs, _) => WayBack.Change(gradient, (row, column, value) => value * Slope(outputs[row, column]))),
        new("only the first sample", _ => true, (gradient, _, _) => WayBack.Change(gradient, (_, sample, value) => sample == 0 ? value : 0)),
        new("the difference, not its sign", loss => loss is AbsoluteError, (_, outputs, targets) => outputs - targets),
        new("the difference not cut off", loss => loss is Huber, (_, outputs, targets) => outputs - targets),
        new("the sign where the difference is small, too", loss => loss is Huber, (gradient, _, _) => WayBack.Change(gradient, (_, _, value) => Math.Sign(value))),
        new("the samples' weights forgotten", HasWeights, back => Divided(back.Gradient, sample => back.Weights[sample])),
        new("the samples' weights squared", HasWeights, back => Divided(back.Gradient, sample => 1 / back.Weights[sample])),
        new("the weights not in the divisor", loss => HasWeights(loss) && loss.Reduction is Reduction.MeanOverSamples or Reduction.MeanOverElements, back => back.Gradient * (back.Weights.Sum() / back.Weights.Count)),
        new("the weights in the divisor of a sum", loss => HasWeights(loss) && loss.Reduction is Reduction.Sum or Reduction.SumOverCount, back => back.Gradient / back.Weights.Sum()),
        new("the targets not smoothed", IsSmoothed, back => back.Of(((LabelSmoothed)back.Loss).Inner)),
        new("the mass added to all outputs but taken from none", IsSmoothed, back => back.Of(((LabelSmoothed)back.Loss).Inner, back.Targets + Spread(back))),
        new("the mass taken but not added", IsSmoothed, back => back.Of(((LabelSmoothed)back.Loss).Inner, back.Targets * (1 - ((LabelSmoothed)back.Loss).Amount))),
        new("the mass added to the right class alone", IsSmoothed, back => back.Of(((LabelSmoothed)back.Loss).Inner, back.Targets.PointwiseMultiply((back.Targets * (1 - ((LabelSmoothed)back.Loss).Amount)) + Spread(back)))),
        new("the modulating factor's derivative forgotten", IsFocal, back => WithoutModulation(back)),
        new("the modulating factor forgotten", IsFocal, back => back.Of(back.Core is SoftmaxFocal ? new SoftmaxCrossEntropy() : new SigmoidFocal(0, ((SigmoidFocal)back.Core).Alpha))),
        new("another power of the modulating factor", IsFocal, back => back.Of(back.Core is SoftmaxFocal softmax ? new SoftmaxFocal(softmax.Gamma + 1) : new SigmoidFocal(((SigmoidFocal)back.Core).Gamma + 1, ((SigmoidFocal)back.Core).Alpha))),
        new("alpha and its complement exchanged", loss => loss is SigmoidFocal { Alpha: not null and not 0.5 }, back => back.Of(new SigmoidFocal(((SigmoidFocal)back.Core).Gamma, 1 - ((SigmoidFocal)back.Core).Alpha))),
        new("the sign of the margin flipped", IsHinge, back => back.Of(back.Core, outputs: BehindTheMargin(back))),
        new("no end of the margin", IsHinge, back => back.Of(Hinged(back.Core, 1e9))),
        new("the hinge where its square is meant", loss => loss is Hinge { Squared: true } or MulticlassHinge { Squared: true }, back => back.Of(back.Core is Hinge hinge ? new Hinge(hinge.Margin) : new MulticlassHinge(((MulticlassHinge)back.Core).Margin))),
        new("the right class's part forgotten", loss => loss is MulticlassHinge, back => WayBack.Change(back.Gradient, (_, _, value) => Math.Max(value, 0))),
        new("all wrong classes, not the strongest", loss => loss is MulticlassHinge { Squared: false }, back => EveryWrongClass(back, ((MulticlassHinge)back.Core).Margin)),
        new("the derivative by the target, not by the output", loss => loss is ExpressionLoss, back => Elementwise(back, (ExpressionLoss)back.Core, ExpressionLoss.Target)),
        new("a millionth too large", _ => true, (gradient, _, _) => gradient * (1 + 1e-6)),
    ];

    /// <summary>The mistake of a name.</summary>
    public static LossMutation Named(string name) => All.Single(mutation => string.Equals(mutation.Name, name, StringComparison.Ordinal));

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static bool HasWeights(Loss loss) => loss is ClassWeighted;

    private static bool IsSmoothed(Loss loss) => loss is LabelSmoothed { Amount: > 0, Inner: SoftmaxCrossEntropy or SigmoidCrossEntropy or SquaredError };

    private static bool IsFocal(Loss loss) => loss is SoftmaxFocal { Gamma: > 0 } or SigmoidFocal { Gamma: > 0 };

    private static bool IsHinge(Loss loss) => loss is Hinge or MulticlassHinge;

    private static Matrix<double> Divided(Matrix<double> gradient, Func<int, double> divisor) => WayBack.Change(gradient, (_, sample, value) => value / divisor(sample));

    /// <summary>The mass that smoothing gives each output.</summary>
    private static double Spread(LossWayBack back) => ((LabelSmoothed)back.Loss).Amount / (back.Loss.HasIndependentOutputs ? 2 : back.Targets.RowCount);

    /// <summary>Outputs moved by twice the margin to the right side, which turns the margin's sign.</summary>
    private static Matrix<double> BehindTheMargin(LossWayBack back)
    {
        if (back.Core is Hinge hinge)
        {
            return WayBack.Change(back.Outputs, (row, sample, value) => value + (2 * hinge.Margin / ((2 * back.Targets[row, sample]) - 1)));
        }

        var right = back.Targets.EnumerateColumns().Select(column => column.MaximumIndex()).ToArray();
        return WayBack.Change(back.Outputs, (row, sample, value) => row == right[sample] ? value + (2 * ((MulticlassHinge)back.Core).Margin) : value);
    }

    private static Loss Hinged(Loss loss, double margin) => loss is Hinge hinge ? new Hinge(margin, hinge.Squared) : new MulticlassHinge(margin, ((MulticlassHinge)loss).Squared);

    /// <summary>The cross-entropy's gradient times the modulating factor, as if this did not change with the outputs.</summary>
    private static Matrix<double> WithoutModulation(LossWayBack back)
    {
        var sigmoid = back.Outputs.Map(Sigmoid);
        if (back.Core is SigmoidFocal focal)
        {
            var (positive, negative) = (focal.Alpha ?? 1, 1 - focal.Alpha ?? 1);
            return WayBack.Change(sigmoid, (row, column, p) =>
                (negative * (1 - back.Targets[row, column]) * Math.Pow(p, focal.Gamma) * p) - (positive * back.Targets[row, column] * Math.Pow(1 - p, focal.Gamma) * (1 - p)));
        }

        var gamma = ((SoftmaxFocal)back.Core).Gamma;
        var probabilities = new Softmax().Apply(back.Outputs).Output;
        var attraction = WayBack.Change(probabilities, (row, column, p) => -back.Targets[row, column] * Math.Pow(1 - p, gamma));
        var sums = attraction.ColumnSums();
        return WayBack.Change(attraction, (row, column, value) => value - (probabilities[row, column] * sums[column]));
    }

    /// <summary>The gradient of the sum over all wrong classes.</summary>
    private static Matrix<double> EveryWrongClass(LossWayBack back, double margin)
    {
        var right = Enumerable.Range(0, back.Targets.ColumnCount).Select(sample => back.Targets.Column(sample).MaximumIndex()).ToArray();
        var wrong = WayBack.Change(back.Outputs, (row, sample, value) => row != right[sample] && margin + value - back.Outputs[right[sample], sample] > 0 ? 1 : 0);
        var sums = wrong.ColumnSums();
        return WayBack.Change(wrong, (row, sample, value) => row == right[sample] ? -sums[sample] : value);
    }

    /// <summary>The derivative of each output's loss by a variable, times what the reduction makes of the right gradient.</summary>
    private static Matrix<double> Elementwise(LossWayBack back, ExpressionLoss loss, string variable)
    {
        var (right, wrong) = (loss.Expression.Derivative(ExpressionLoss.Output), loss.Expression.Derivative(variable));
        return WayBack.Change(back.Gradient, (row, column, value) =>
        {
            var slope = Of(right, back.Outputs[row, column], back.Targets[row, column]);
            return slope == 0 ? value : value / slope * Of(wrong, back.Outputs[row, column], back.Targets[row, column]);
        });

        static double Of(Functional.Numerics.Expressions.Expression expression, double output, double target) => expression.Evaluate(
            [.. expression.Variables.Select(name => (name, string.Equals(name, ExpressionLoss.Output, StringComparison.Ordinal) ? output : target))]);
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static double Slope(double x) => Math.Exp(-x) / ((1 + Math.Exp(-x)) * (1 + Math.Exp(-x)));
}
