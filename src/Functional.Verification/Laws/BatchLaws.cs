namespace Functional.Verification;

using System;
using System.Globalization;
using System.Linq;
using Functional.Networks;
using Functional.Numerics;
using MathNet.Numerics.LinearAlgebra;

/// <summary>
/// The laws of a batch: it is the combination of its samples. They hold for layers that treat each sample by itself, not for those
/// that look at a batch's statistics or are random in training.
/// </summary>
public static class BatchLaws
{
    /// <summary>What rounding may do to a sum of gradients, relative to the sum of their norms.</summary>
    public const double Rounding = 1e-12;

    /// <summary>The outputs for a sample have the same bits whether it stands in a batch or alone.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="input">[features × samples].</param>
    public static LawResult OutputsAreThoseOfTheSamples<T>(Layer<T> network, Matrix<T> input)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(input);
        var outputs = network.Predict(input);
        return LawResult.All(Enumerable.Range(0, input.ColumnCount).Select(sample => LawResult.Where(
            Bits.Same(network.Predict(Sample(input, sample)).Numbers, outputs.ColumnNumbers(sample)),
            () => $"Sample {sample} has other outputs in a batch of {input.ColumnCount} than alone.")));
    }

    /// <summary>The gradient of a summed loss by the parameters is the sum of the samples' gradients to rounding; by the inputs it is theirs, bit for bit.</summary>
    /// <param name="loss">The loss; its reduction must be <see cref="Reduction.Sum"/>.</param>
    /// <param name="network">The network.</param>
    /// <param name="batch">The batch.</param>
    /// <exception cref="System.ArgumentException">The loss is not a sum.</exception>
    public static LawResult GradientIsTheSumOverTheSamples(Loss loss, Layer<double> network, Batch<double> batch)
    {
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(batch);
        if (loss.Reduction != Reduction.Sum)
        {
            throw new System.ArgumentException($"The law is about summed losses; this one's reduction is {loss.Reduction}.", nameof(loss));
        }

        Objective objective = loss;
        var whole = objective.Evaluate(network, batch, Pass.Inference());
        var targets = batch.Targets.ToColumns(whole.Output.RowCount);
        var single = Enumerable.Range(0, batch.Count)
            .Select(sample => objective.Evaluate(network, new(Sample(batch.Inputs, sample), TargetOf(sample)), Pass.Inference()).Gradient)
            .ToArray();
        var sum = single.Aggregate(network.Parameters.Zeros(), (total, gradient) => Norms.Combine(1, total, 1, gradient.Parameters));
        var difference = Norms.Of(Norms.Combine(1, sum, -1, whole.Gradient.Parameters));
        var scale = single.Sum(gradient => Norms.Of(gradient.Parameters));
        var inputs = Enumerable.Range(0, batch.Count).Select(sample => LawResult.Where(
            Bits.Same(single[sample].Input.Numbers, whole.Gradient.Input.ColumnNumbers(sample)),
            () => $"The gradient by sample {sample} is another in a batch of {batch.Count} than alone."));
        return LawResult.All(inputs.Prepend(LawResult.Where(
            difference <= Rounding * scale,
            () => string.Create(CultureInfo.InvariantCulture, $"The batch's gradient differs from the sum of its samples' gradients by {difference:E2}, where their norms sum to {scale:E2}."))));

        Targets<double> TargetOf(int sample) => new ValueTargets<double>(Sample(targets, sample)).Weighted(Dense.Vector([batch.Targets.WeightOf(sample)]));
    }

    /// <summary>Both laws for a random network, whose loss is taken as a sum.</summary>
    /// <param name="network">The network, its batch and its loss.</param>
    public static LawResult Of(NetworkCase network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var (layer, batch) = (network.Network<double>(), network.Batch<double>());
        return LawResult.All(
        [
            OutputsAreThoseOfTheSamples(layer, batch.Inputs),
            OutputsAreThoseOfTheSamples(network.Network<float>(), network.Batch<float>().Inputs),
            GradientIsTheSumOverTheSamples(Losses.Summed(network.Loss), layer, batch),
        ]);
    }

    private static Matrix<T> Sample<T>(Matrix<T> values, int sample)
        where T : struct, IFloatingPointIeee754<T> => Dense.Matrix(values.RowCount, 1, values.ColumnNumbers(sample).ToArray());
}
