namespace Functional.Networks;

using Functional.Numerics.Elementary;
using Functional.Numerics.Elementwise;
using MathNet.Numerics.LinearAlgebra;

/// <summary>The mean of minus the logarithm of the probability that was given to what came true, in nats (I. J. Good 1952).</summary>
public static class LogLoss
{
    /// <summary>The mean over the samples of <c>−Σᵢ tᵢ·ln pᵢ</c>; of one output <c>−(t·ln p + (1 − t)·ln(1 − p))</c>.</summary>
    /// <remarks>
    /// What has target 0 adds nothing whatever its probability. Where something came true that was given the probability 0 the loss is infinite:
    /// probabilities are not cut off, as some libraries do. The probabilities of a sample should sum to 1, which is not looked at.
    /// </remarks>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="probabilities">[classes × samples], each from 0 to 1; one row is the probability of class 1 of two.</param>
    /// <param name="targets">The target of each sample; for one row values from 0 to 1.</param>
    /// <exception cref="System.ArgumentException">The targets do not fit, or a number is no probability.</exception>
    public static double Of<T>(Matrix<T> probabilities, Targets<T> targets)
        where T : struct, IFloatingPointIeee754<T>
    {
        System.ArgumentNullException.ThrowIfNull(probabilities);
        System.ArgumentNullException.ThrowIfNull(targets);
        var compared = ComparedColumns.OfProbabilities(probabilities, targets);
        return compared.Mean(sample => compared.Rows == 1 ? OfOne(compared.At(0, sample)) : OfSeveral(compared, sample));
    }

    private static double OfSeveral(ComparedColumns compared, int sample)
    {
        var sum = 0.0;
        for (var row = 0; row < compared.Rows; row++)
        {
            var (probability, target) = compared.At(row, sample);
            sum += Term(target, Elements.Apply(default(Log<double>), probability));
        }

        return sum;
    }

    private static double OfOne((double Probability, double Target) at) =>
        Term(at.Target, Elements.Apply(default(Log<double>), at.Probability)) + Term(1 - at.Target, Elements.Apply(default(Log1P<double>), -at.Probability));

    private static double Term(double target, double logarithm) => target == 0 ? 0 : -target * logarithm;
}
