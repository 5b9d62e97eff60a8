namespace Functional.Networks;

using System;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;

/// <summary>The mean over the samples of <c>|y − t|</c>.</summary>
public static class MeanAbsoluteError
{
    /// <summary>That of each output.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="outputs">[outputs × samples].</param>
    /// <param name="targets">The target of each sample.</param>
    /// <returns>A number for each output, in its units.</returns>
    /// <exception cref="System.ArgumentException">The targets do not fit the outputs.</exception>
    public static Seq<double> OfOutputs<T>(Matrix<T> outputs, Targets<T> targets)
        where T : struct, IFloatingPointIeee754<T> => ComparedColumns.Of(Given.NotNull(outputs), Given.NotNull(targets)).Means((output, target) => Math.Abs(output - target));

    /// <summary>The mean over the outputs of that of each.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="outputs">[outputs × samples].</param>
    /// <param name="targets">The target of each sample.</param>
    /// <exception cref="System.ArgumentException">The targets do not fit the outputs.</exception>
    public static double Of<T>(Matrix<T> outputs, Targets<T> targets)
        where T : struct, IFloatingPointIeee754<T> => ComparedColumns.MeanOf(OfOutputs(outputs, targets));
}
