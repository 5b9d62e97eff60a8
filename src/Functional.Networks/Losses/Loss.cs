namespace Functional.Networks;

using System;
using Functional.Numerics;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Elementwise.Operations;
using Functional.Numerics.Sums;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;

/// <summary>
/// How far outputs are from their targets. Each sample has a loss of its own; a batch's loss is their sum, or a mean by the
/// <see cref="Reduction"/>. Derive from it to write a loss of your own.
/// </summary>
/// <remarks>
/// A sample's weight is that of its class times the one that comes with its target (<see cref="Targets{T}.WeightOf"/>), each 1 where there
/// is none. It multiplies the sample's loss and gradient, and counts in the divisor as the <see cref="Reduction"/> says. Where all
/// weights of a batch are 0 a weighted mean is 0/0: not a number, which ends training at that step.
/// </remarks>
public abstract record Loss
{
    /// <summary>A loss with a reduction.</summary>
    /// <param name="reduction">What a batch's loss is.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such reduction.</exception>
    protected Loss(Reduction reduction) => Reduction = Enum.IsDefined(reduction)
        ? reduction
        : throw new ArgumentOutOfRangeException(nameof(reduction), reduction, "There is no such reduction.");

    /// <summary>What a batch's loss is.</summary>
    public Reduction Reduction { get; }

    /// <summary>What it is called in tables and messages.</summary>
    public abstract string Title { get; }

    /// <summary>A weight for each class; empty where all classes weigh 1.</summary>
    public virtual Seq<double> ClassWeights => Seq<double>.Empty;

    /// <summary>Whether each output answers a question of its own, yes or no, so that a target's outputs need not sum to 1.</summary>
    public virtual bool HasIndependentOutputs => false;

    /// <summary>The same loss with weights for the classes, which multiply those that it may have.</summary>
    /// <param name="weights">A weight for each class, finite and at least 0; <see cref="BalancedWeights"/> computes some.</param>
    /// <exception cref="ArgumentException">There is no weight, or one is negative or not finite.</exception>
    public ClassWeighted WithClassWeights(Seq<double> weights) => new(this, weights);

    /// <summary>The same loss with targets that are less sure.</summary>
    /// <param name="amount">The share of a target that is spread over all outputs, from 0 to 1, 1 excluded.</param>
    /// <exception cref="ArgumentException">The amount is out of range, or the loss does not compare with probabilities.</exception>
    public LabelSmoothed Smoothed(double amount) => new(this, amount);

    /// <summary>Every sample's loss, a sum over its outputs, and that loss's gradient, before any weights.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="outputs">[outputs × samples].</param>
    /// <param name="targets">A target for each sample.</param>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    /// <exception cref="ArgumentException">The targets do not fit the outputs.</exception>
    public abstract SampleLosses<T> OfSamples<T>(Matrix<T> outputs, Targets<T> targets, Execution? execution = null)
        where T : struct, IFloatingPointIeee754<T>;

    /// <summary>The batch's loss and its gradient.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="outputs">[outputs × samples].</param>
    /// <param name="targets">A target for each sample.</param>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    /// <exception cref="ArgumentException">The targets do not fit the outputs.</exception>
    public LossResult<T> Evaluate<T>(Matrix<T> outputs, Targets<T> targets, Execution? execution = null)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentNullException.ThrowIfNull(targets);
        var samples = OfSamples(outputs, targets, execution);
        var weighing = new Weighing<T>(this);
        if (weighing.Applies(targets.IsWeighted))
        {
            return Weighted(samples, weighing.Of(targets), outputs.RowCount, execution);
        }

        var divisor = Divisor<T>(outputs.ColumnCount, outputs.RowCount);
        return new(
            GrainSum.Of(samples.Values.Numbers) / divisor,
            divisor == T.One ? samples.Gradients : Elements.Map(new DividedBy<T>(divisor), samples.Gradients, execution));
    }

    /// <summary>What the sum over samples that all weigh 1 is divided by.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="samples">The number of samples.</param>
    /// <param name="outputs">The number of outputs.</param>
    public T Divisor<T>(int samples, int outputs)
        where T : struct, IFloatingPointIeee754<T> => Reduction switch
        {
            Reduction.MeanOverSamples or Reduction.SumOverCount => T.CreateChecked(samples),
            Reduction.MeanOverElements => T.CreateChecked((long)samples * outputs),
            _ => T.One,
        };

    /// <summary>What the weighted sum over the samples is divided by.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="samples">The number of samples.</param>
    /// <param name="outputs">The number of outputs.</param>
    /// <param name="weight">The sum of the samples' weights, by grains and their tree.</param>
    public T Divisor<T>(int samples, int outputs, T weight)
        where T : struct, IFloatingPointIeee754<T> => Reduction switch
        {
            Reduction.MeanOverSamples => weight,
            Reduction.MeanOverElements => weight * T.CreateChecked(outputs),
            _ => Divisor<T>(samples, outputs),
        };

    /// <summary>The loss on plain numbers; nothing where it is only known for whole batches.</summary>
    internal virtual LossKernel<T>? Kernel<T>()
        where T : struct, IFloatingPointIeee754<T> => null;

    private LossResult<T> Weighted<T>(SampleLosses<T> samples, T[] weights, int outputs, Execution? execution)
        where T : struct, IFloatingPointIeee754<T>
    {
        var divisor = Divisor(weights.Length, outputs, GrainSum.Of<T>(weights));
        var gradients = new T[outputs * weights.Length];
        for (var sample = 0; sample < weights.Length; sample++)
        {
            Elements.Map(new Scale<T>(weights[sample]), samples.Gradients.ColumnNumbers(sample), gradients.AsSpan(sample * outputs, outputs), execution);
        }

        if (divisor != T.One)
        {
            Elements.Map(new DividedBy<T>(divisor), gradients, gradients, execution);
        }

        return new(GrainSum.Of<T>(Weighing<T>.Products(weights, samples.Values.Numbers)) / divisor, Dense.Matrix(outputs, weights.Length, gradients));
    }
}
