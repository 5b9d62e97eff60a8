namespace Functional.Networks;

using System;
using Functional.Numerics;
using MathNet.Numerics.LinearAlgebra;

/// <summary>
/// The hinge loss of one class among several: with c a sample's class, <c>max(0, m + maxⱼ≠c yⱼ − y_c)</c>, or its square.
/// </summary>
/// <remarks>
/// The form of K. Crammer, Y. Singer (2001), in which only the strongest wrong class counts; J. Weston, C. Watkins (1999) sum over all wrong
/// classes. Inside the margin m the gradient is 1 at the strongest wrong class, the first of equals, and −1 at c, for the square 2 times the violation
/// of these; else 0. Of a column of values c is the place of the largest. Where there is one output only there is no wrong class and no loss.
/// </remarks>
public sealed record MulticlassHinge : Loss
{
    /// <summary>A hinge loss of one class among several.</summary>
    /// <param name="margin">m, in units of the outputs, finite and above 0.</param>
    /// <param name="squared">Whether each sample's loss is squared.</param>
    /// <param name="reduction">What a batch's loss is.</param>
    /// <exception cref="ArgumentOutOfRangeException">The margin is not finite or not above 0.</exception>
    public MulticlassHinge(double margin = 1, bool squared = false, Reduction reduction = Reduction.MeanOverSamples)
        : base(reduction)
    {
        Margin = Hinge.RequireMargin(margin);
        Squared = squared;
    }

    /// <summary>m: how far the class's output must be above all others for no loss.</summary>
    public double Margin { get; }

    /// <summary>Whether each sample's loss is squared.</summary>
    public bool Squared { get; }

    /// <inheritdoc/>
    public override string Title => Squared ? "squared multi-class hinge" : "multi-class hinge";

    /// <inheritdoc/>
    public override SampleLosses<T> OfSamples<T>(Matrix<T> outputs, Targets<T> targets, Execution? execution = null) =>
        LossColumns.OfSamples(Kernel<T>(), Given.NotNull(outputs), Given.NotNull(targets), execution);

    internal override LossKernel<T> Kernel<T>() => new Columns<T>(T.CreateTruncating(Margin), Squared);

    private sealed class Columns<T>(T margin, bool isSquared) : LossKernel<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        public override int Room(int length) => 0;

        public override T Of(ReadOnlySpan<T> output, ReadOnlySpan<T> target, Span<T> gradient, Span<T> room, int rows, Execution execution)
        {
            gradient.Clear();
            var right = Accuracy.ArgMax(target[..rows]);
            var wrong = Strongest(output[..rows], right);
            if (wrong < 0)
            {
                return output[right] - output[right];
            }

            var violation = margin + (output[wrong] - output[right]);
            if (violation <= T.Zero)
            {
                return T.Zero;
            }

            var slope = isSquared ? violation + violation : T.One;
            gradient[wrong] = slope;
            gradient[right] = -slope;
            return isSquared ? violation * violation : violation;
        }

        /// <summary>The largest output but one, the first of equals, or the first NaN; −1 where there is no other.</summary>
        private static int Strongest(ReadOnlySpan<T> output, int right)
        {
            var strongest = -1;
            for (var index = 0; index < output.Length; index++)
            {
                if (index == right)
                {
                    continue;
                }

                if (T.IsNaN(output[index]))
                {
                    return index;
                }

                strongest = strongest < 0 || output[index] > output[strongest] ? index : strongest;
            }

            return strongest;
        }
    }
}
