namespace Functional.Verification.Tests.Mutants;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Networks;
using MathNet.Numerics.LinearAlgebra;

/// <summary>A way to get a loss's gradient wrong.</summary>
/// <param name="Name">What is wrong.</param>
/// <param name="Applies">Whether a loss can be got wrong in this way.</param>
/// <param name="Wrong">From the right gradients, the outputs and the targets, all [outputs × samples], to wrong gradients.</param>
public sealed record LossMutation(string Name, Func<Loss, bool> Applies, Func<Matrix<double>, Matrix<double>, Matrix<double>, Matrix<double>> Wrong)
{
    /// <summary>No mistake: the wrapper alone.</summary>
    public static LossMutation None { get; } = new("nothing wrong", _ => true, (gradient, _, _) => gradient);

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
        new("a millionth too large", _ => true, (gradient, _, _) => gradient * (1 + 1e-6)),
    ];

    /// <summary>The mistake of a name.</summary>
    public static LossMutation Named(string name) => All.Single(mutation => string.Equals(mutation.Name, name, StringComparison.Ordinal));

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static double Slope(double x) => Math.Exp(-x) / ((1 + Math.Exp(-x)) * (1 + Math.Exp(-x)));
}
