namespace Functional.Networks;

using System;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;

/// <summary>The square root of the mean over the samples of <c>(y − t)²</c>. Of several outputs it is the mean of their roots, not the root of their mean.</summary>
public static class RootMeanSquaredError
{
    /// <summary>That of each output.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="outputs">[outputs × samples].</param>
    /// <param name="targets">The target of each sample.</param>
    /// <returns>A number for each output, in its units.</returns>
    /// <exception cref="System.ArgumentException">The targets do not fit the outputs.</exception>
    public static Seq<double> OfOutputs<T>(Matrix<T> outputs, Targets<T> targets)
        where T : struct, IFloatingPointIeee754<T> => MeanSquaredError.OfOutputs(outputs, targets).Map(Math.Sqrt).Strict();

    /// <summary>The mean over the outputs of that of each.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="outputs">[outputs × samples].</param>
    /// <param name="targets">The target of each sample.</param>
    /// <exception cref="System.ArgumentException">The targets do not fit the outputs.</exception>
    public static double Of<T>(Matrix<T> outputs, Targets<T> targets)
        where T : struct, IFloatingPointIeee754<T> => ComparedColumns.MeanOf(OfOutputs(outputs, targets));
}
