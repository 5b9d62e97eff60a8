namespace Functional.Networks;

using MathNet.Numerics.LinearAlgebra;

/// <summary>The mean squared distance of probabilities from what came true (G. W. Brier 1950).</summary>
public static class BrierScore
{
    /// <summary>The mean over the samples of <c>Σᵢ (pᵢ − tᵢ)²</c>: from 0 to 2 for several classes; for one output, the probability of class 1 of two, from 0 to 1.</summary>
    /// <remarks>Brier's own form sums over all classes. Of two classes it is twice what one output has, which is what libraries call the score of two classes.</remarks>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="probabilities">[classes × samples], each from 0 to 1.</param>
    /// <param name="targets">The target of each sample; for one row values from 0 to 1.</param>
    /// <exception cref="System.ArgumentException">The targets do not fit, or a number is no probability.</exception>
    public static double Of<T>(Matrix<T> probabilities, Targets<T> targets)
        where T : struct, IFloatingPointIeee754<T>
    {
        System.ArgumentNullException.ThrowIfNull(probabilities);
        System.ArgumentNullException.ThrowIfNull(targets);
        var compared = ComparedColumns.OfProbabilities(probabilities, targets);
        return compared.Mean(sample =>
        {
            var sum = 0.0;
            for (var row = 0; row < compared.Rows; row++)
            {
                var (probability, target) = compared.At(row, sample);
                sum += (probability - target) * (probability - target);
            }

            return sum;
        });
    }
}
