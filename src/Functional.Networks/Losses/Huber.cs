namespace Functional.Networks;

using System;
using System.Runtime.CompilerServices;
using Functional.Numerics;
using Functional.Numerics.Lanes;
using MathNet.Numerics.LinearAlgebra;

/// <summary>
/// The Huber loss: with d = y − t each output adds <c>½·d²</c> where |d| ≤ δ, otherwise <c>δ·(|d| − ½·δ)</c>.
/// </summary>
/// <remarks>The gradient is d, cut off at ±δ (P. J. Huber 1964).</remarks>
public sealed record Huber : Loss
{
    /// <summary>A Huber loss.</summary>
    /// <param name="delta">δ, in units of the outputs, finite and above 0.</param>
    /// <param name="reduction">What a batch's loss is.</param>
    /// <exception cref="ArgumentOutOfRangeException">δ is not finite or not above 0.</exception>
    public Huber(double delta = 1, Reduction reduction = Reduction.MeanOverSamples)
        : base(reduction) => Delta = double.IsFinite(delta) && delta > 0
        ? delta
        : throw new ArgumentOutOfRangeException(nameof(delta), delta, "Delta must be finite and above 0.");

    /// <summary>δ: where the parabola passes into the straight line.</summary>
    public double Delta { get; }

    /// <inheritdoc/>
    public override string Title => $"Huber {Delta}";

    /// <inheritdoc/>
    public override SampleLosses<T> OfSamples<T>(Matrix<T> outputs, Targets<T> targets, Execution? execution = null) =>
        LossColumns.OfSamples(Kernel<T>(), Given.NotNull(outputs), Given.NotNull(targets), execution);

    internal override LossKernel<T> Kernel<T>() => new ElementwiseLoss<T, Element<T>>(new Element<T>(T.CreateChecked(Delta)));

    private readonly record struct Element<T>(T Delta) : IElementLoss<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Value<TLanes>(TLanes y, TLanes t)
            where TLanes : struct, ILanes<TLanes, T>
        {
            var delta = TLanes.Broadcast(Delta);
            var half = TLanes.Constant(0.5);
            var distance = TLanes.Abs(y - t);
            return TLanes.Select(TLanes.LessThan(delta, distance), delta * (distance - (half * delta)), half * distance * distance);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Slope<TLanes>(TLanes y, TLanes t)
            where TLanes : struct, ILanes<TLanes, T>
        {
            var delta = TLanes.Broadcast(Delta);
            var difference = y - t;
            return TLanes.Select(TLanes.LessThan(delta, TLanes.Abs(difference)), delta * Signs.Of<T, TLanes>(difference), difference);
        }
    }
}
