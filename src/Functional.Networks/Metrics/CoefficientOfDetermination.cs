namespace Functional.Networks;

using System;
using System.Linq;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;

/// <summary>R²: the share of the targets' variance that the outputs explain, <c>1 − Σ (t − y)² / Σ (t − t̄)²</c> over the samples (S. Wright 1921).</summary>
/// <remarks>
/// At most 1; 0 is what the targets' mean reaches, and below 0 is worse than that. Where the targets do not vary, which makes the quotient one by 0, it is 1
/// if the outputs equal them and 0 otherwise.
/// </remarks>
public static class CoefficientOfDetermination
{
    /// <summary>R² of each output.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="outputs">[outputs × samples].</param>
    /// <param name="targets">The target of each sample.</param>
    /// <returns>A number for each output, at most 1.</returns>
    /// <exception cref="ArgumentException">The targets do not fit the outputs.</exception>
    public static Seq<double> OfOutputs<T>(Matrix<T> outputs, Targets<T> targets)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentNullException.ThrowIfNull(targets);
        var compared = ComparedColumns.Of(outputs, targets);
        return Enumerable.Range(0, compared.Rows).Select(row =>
        {
            var mean = compared.Mean(sample => compared.At(row, sample).Target);
            var error = compared.Mean(sample => Square(compared.At(row, sample).Output - compared.At(row, sample).Target));
            var variance = IsConstant(compared, row) ? 0 : compared.Mean(sample => Square(compared.At(row, sample).Target - mean));
            return variance != 0 ? 1 - (error / variance) : error == 0 ? 1 : 0;
        }).ToArray().ToSeq().Strict();
    }

    /// <summary>The mean over the outputs of R² of each.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="outputs">[outputs × samples].</param>
    /// <param name="targets">The target of each sample.</param>
    /// <exception cref="ArgumentException">The targets do not fit the outputs.</exception>
    public static double Of<T>(Matrix<T> outputs, Targets<T> targets)
        where T : struct, IFloatingPointIeee754<T> => ComparedColumns.MeanOf(OfOutputs(outputs, targets));

    // The mean of equal numbers may be rounded, and what then looks like variance is none.
    private static bool IsConstant(ComparedColumns compared, int row) =>
        Enumerable.Range(1, compared.Samples - 1).All(sample => compared.At(row, sample).Target == compared.At(row, 0).Target);

    private static double Square(double value) => value * value;
}
