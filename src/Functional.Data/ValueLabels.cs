namespace Functional.Data;

using System;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Functional.Networks;
using Functional.Numerics;

/// <summary>One or more numbers for each sample, to be predicted (regression).</summary>
public sealed record ValueLabels : Labels
{
    /// <summary>Numbers for samples.</summary>
    /// <param name="values">The numbers, sample after sample.</param>
    /// <param name="width">How many belong to a sample.</param>
    /// <exception cref="ArgumentException">The width is below 1 or does not divide the number of numbers.</exception>
    public ValueLabels(ImmutableArray<double> values, int width = 1)
    {
        Given.NotDefault(values);
        if (width < 1 || values.Length % width != 0)
        {
            throw new ArgumentException($"There are {values.Length} numbers and {width} to a sample; the width must be at least 1 and divide them.", nameof(width));
        }

        Values = values;
        OutputCount = width;
    }

    /// <summary>The numbers, sample after sample.</summary>
    public ImmutableArray<double> Values { get; }

    /// <inheritdoc/>
    public override int Count => Values.Length / OutputCount;

    /// <inheritdoc/>
    public override int OutputCount { get; }

    /// <inheritdoc/>
    public override ValueLabels Select(ReadOnlySpan<int> indices) => new(ImmutableCollectionsMarshal.AsImmutableArray(Chosen<double>(indices)), OutputCount);

    /// <inheritdoc/>
    public override ValueTargets<T> Gather<T>(ReadOnlySpan<int> indices) => new(Dense.Matrix(OutputCount, indices.Length, Chosen<T>(indices)));

    /// <summary>True where both have the same numbers in the same order.</summary>
    /// <param name="other">The labels to compare with.</param>
    public bool Equals(ValueLabels? other) => other is not null && OutputCount == other.OutputCount && Values.AsSpan().SequenceEqual(other.Values.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(OutputCount, Count, Values.IsEmpty ? 0 : Values[0], Values.IsEmpty ? 0 : Values[^1]);

    internal override void CopyTarget<T>(int sample, Span<T> column) => WriteTarget(sample, column);

    /// <inheritdoc/>
    internal override int ClassOf<T>(int sample) => LargestOf<T>(sample);

    /// <summary><see cref="CopyTarget{T}"/> for who knows that labels are values: what is virtual and generic is looked up anew at each call.</summary>
    internal void WriteTarget<T>(int sample, Span<T> column)
        where T : struct, IFloatingPointIeee754<T>
    {
        CheckIndex(sample);
        if (column.Length != OutputCount)
        {
            throw new ArgumentException($"There are {OutputCount} values to a sample, but the outputs are {column.Length}.", nameof(column));
        }

        for (var output = 0; output < column.Length; output++)
        {
            column[output] = T.CreateTruncating(Values[(sample * OutputCount) + output]);
        }
    }

    /// <summary><see cref="ClassOf{T}"/>, likewise.</summary>
    internal int LargestOf<T>(int sample)
        where T : struct, IFloatingPointIeee754<T>
    {
        CheckIndex(sample);
        var largest = 0;
        for (var output = 1; output < OutputCount; output++)
        {
            largest = At(output) > At(largest) || (T.IsNaN(At(largest)) && !T.IsNaN(At(output))) ? output : largest;
        }

        return largest;

        T At(int output) => T.CreateTruncating(Values[(sample * OutputCount) + output]);
    }

    private T[] Chosen<T>(ReadOnlySpan<int> indices)
        where T : struct, IFloatingPointIeee754<T>
    {
        foreach (var index in indices)
        {
            CheckIndex(index);
        }

        var chosen = new T[Given.Product(indices.Length, OutputCount, nameof(indices))];
        for (var i = 0; i < indices.Length; i++)
        {
            for (var output = 0; output < OutputCount; output++)
            {
                chosen[(i * OutputCount) + output] = T.CreateTruncating(Values[(indices[i] * OutputCount) + output]);
            }
        }

        return chosen;
    }
}
