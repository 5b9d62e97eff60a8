namespace Functional.Data;

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

/// <summary>Samples that may have any number of classes, as columns: 1 at each class of a sample, 0 elsewhere.</summary>
public static class MultiHot
{
    /// <summary>Labels for losses whose outputs are questions of their own, such as the sigmoid cross-entropy.</summary>
    /// <param name="classes">The classes of each sample, in any order, none twice, each from 0 to <paramref name="classCount"/> − 1; a sample may have none.</param>
    /// <param name="classCount">The number of classes, from 1 to <see cref="ClassLabels.MaximumClassCount"/>.</param>
    /// <returns>A value for each class and sample.</returns>
    /// <exception cref="ArgumentException">The number of classes or a class is out of range, or a sample has a class twice.</exception>
    public static ValueLabels Labels(IReadOnlyList<ImmutableArray<int>> classes, int classCount)
    {
        ArgumentNullException.ThrowIfNull(classes);
        if (classCount is < 1 or > ClassLabels.MaximumClassCount)
        {
            throw new ArgumentOutOfRangeException(nameof(classCount), classCount, $"The number of classes must be from 1 to {ClassLabels.MaximumClassCount}.");
        }

        var values = new double[Given.Product(classes.Count, classCount, nameof(classes))];
        for (var sample = 0; sample < classes.Count; sample++)
        {
            foreach (var index in Given.NotDefault(classes[sample], nameof(classes)))
            {
                if ((uint)index >= (uint)classCount)
                {
                    throw new ArgumentException($"Sample {sample} has class {index}; with {classCount} classes they run from 0 to {classCount - 1}.", nameof(classes));
                }

                values[(sample * classCount) + index] = values[(sample * classCount) + index] == 0
                    ? 1
                    : throw new ArgumentException($"Sample {sample} has class {index} twice.", nameof(classes));
            }
        }

        return new(ImmutableCollectionsMarshal.AsImmutableArray(values), classCount);
    }
}
