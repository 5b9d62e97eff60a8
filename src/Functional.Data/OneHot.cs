namespace Functional.Data;

using System;
using Functional.Networks;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Classes as columns of a matrix: 1 at a sample's class, 0 elsewhere.</summary>
public static class OneHot
{
    /// <summary>The columns of the given classes.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="classes">The class of each sample, from 0 to <paramref name="classCount"/> − 1.</param>
    /// <param name="classCount">The number of classes, at least 1.</param>
    /// <returns>[classes × samples].</returns>
    /// <exception cref="ArgumentException">There is no sample, or a class is out of range.</exception>
    public static Matrix<T> Columns<T>(ReadOnlySpan<int> classes, int classCount)
        where T : struct, IFloatingPointIeee754<T>
    {
        if (classes.IsEmpty)
        {
            throw new ArgumentException("There are no samples; a matrix must have at least one.", nameof(classes));
        }

        if (classCount < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(classCount), classCount, "The number of classes must be at least 1.");
        }

        return new ClassTargets<T>([.. classes]).ToColumns(classCount);
    }
}
