namespace Functional.Networks;

using System;
using Functional.Numerics;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Elementwise.Operations;
using Functional.Numerics.Sums;
using MathNet.Numerics.LinearAlgebra;

/// <summary>
/// How far outputs are from their targets. Each sample has a loss of its own; a batch's loss is their sum, or a mean by the
/// <see cref="Reduction"/>. Derive from it to write a loss of your own.
/// </summary>
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

    /// <summary>Every sample's loss, a sum over its outputs, and that loss's gradient.</summary>
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
        var samples = OfSamples(outputs, targets, execution);
        var divisor = Divisor<T>(outputs.ColumnCount, outputs.RowCount);
        return new(
            GrainSum.Of(samples.Values.Numbers) / divisor,
            divisor == T.One ? samples.Gradients : Elements.Map(new DividedBy<T>(divisor), samples.Gradients, execution));
    }

    /// <summary>What the sum over the samples is divided by.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="samples">The number of samples.</param>
    /// <param name="outputs">The number of outputs.</param>
    public T Divisor<T>(int samples, int outputs)
        where T : struct, IFloatingPointIeee754<T> => Reduction switch
        {
            Reduction.MeanOverSamples => T.CreateChecked(samples),
            Reduction.MeanOverElements => T.CreateChecked((long)samples * outputs),
            _ => T.One,
        };

    /// <summary>The loss on plain numbers; nothing where it is only known for whole batches.</summary>
    internal virtual LossKernel<T>? Kernel<T>()
        where T : struct, IFloatingPointIeee754<T> => null;
}
