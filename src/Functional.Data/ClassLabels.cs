namespace Functional.Data;

using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Runtime.InteropServices;
using Functional.Networks;

/// <summary>A class for each sample, counted from 0.</summary>
public sealed record ClassLabels : Labels
{
    /// <summary>The most classes there can be: 65,536.</summary>
    public const int MaximumClassCount = 1 << 16;

    /// <summary>Classes for samples.</summary>
    /// <param name="classes">The class of each sample, from 0 to <paramref name="classCount"/> − 1.</param>
    /// <param name="classCount">The number of classes, from 2 to <see cref="MaximumClassCount"/>; there may be classes without a sample.</param>
    /// <param name="names">A name for each class, or nothing.</param>
    /// <exception cref="ArgumentException">A class or the number of classes is out of range, or the number of names differs from it.</exception>
    public ClassLabels(ImmutableArray<int> classes, int classCount, ImmutableArray<string> names = default)
    {
        Given.NotDefault(classes);
        names = names.IsDefault ? [] : Given.NoNulls(names);
        if (classCount is < 2 or > MaximumClassCount)
        {
            throw new ArgumentOutOfRangeException(nameof(classCount), classCount, $"The number of classes must be from 2 to {MaximumClassCount}.");
        }

        if (!names.IsEmpty && names.Length != classCount)
        {
            throw new ArgumentException($"There are {names.Length} names for {classCount} classes; there must be one for each, or none.", nameof(names));
        }

        for (var sample = 0; sample < classes.Length; sample++)
        {
            if ((uint)classes[sample] >= (uint)classCount)
            {
                throw new ArgumentException($"Sample {sample} is of class {classes[sample]}; with {classCount} classes they run from 0 to {classCount - 1}.", nameof(classes));
            }
        }

        Classes = classes;
        ClassCount = classCount;
        Names = names;
    }

    private ClassLabels(ClassLabels whole, ImmutableArray<int> classes)
    {
        Classes = classes;
        ClassCount = whole.ClassCount;
        Names = whole.Names;
    }

    /// <summary>The class of each sample, from 0 to <see cref="ClassCount"/> − 1.</summary>
    public ImmutableArray<int> Classes { get; }

    /// <summary>The number of classes, at least 2; there may be classes without a sample.</summary>
    public int ClassCount { get; }

    /// <summary>A name for each class, or nothing.</summary>
    public ImmutableArray<string> Names { get; }

    /// <inheritdoc/>
    public override int Count => Classes.Length;

    /// <inheritdoc/>
    public override int OutputCount => ClassCount;

    /// <summary>A class's name, or its number where there are no names.</summary>
    /// <param name="index">The class, from 0 to <see cref="ClassCount"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public string NameOf(int index)
    {
        if ((uint)index >= (uint)ClassCount)
        {
            throw new ArgumentOutOfRangeException(nameof(index), index, $"There are {ClassCount} classes; they run from 0 to {ClassCount - 1}.");
        }

        return Names.IsEmpty ? index.ToString(CultureInfo.InvariantCulture) : Names[index];
    }

    /// <summary>How many samples each class has.</summary>
    public ImmutableArray<int> CountByClass()
    {
        var counts = new int[ClassCount];
        foreach (var index in Classes)
        {
            counts[index]++;
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(counts);
    }

    /// <inheritdoc/>
    public override ClassLabels Select(ReadOnlySpan<int> indices) => new(this, Chosen(indices));

    /// <inheritdoc/>
    public override ClassTargets<T> Gather<T>(ReadOnlySpan<int> indices) => new(Chosen(indices));

    /// <summary>True where both have the same classes in the same order, and the same names.</summary>
    /// <param name="other">The labels to compare with.</param>
    public bool Equals(ClassLabels? other) =>
        other is not null && ClassCount == other.ClassCount && Classes.AsSpan().SequenceEqual(other.Classes.AsSpan()) && Names.SequenceEqual(other.Names, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ClassCount, Count, Classes.IsEmpty ? 0 : Classes[0], Classes.IsEmpty ? 0 : Classes[^1]);

    internal override void CopyTarget<T>(int sample, Span<T> column) => WriteTarget(sample, column);

    /// <summary><see cref="CopyTarget{T}"/> for who knows that labels are classes: what is virtual and generic is looked up anew at each call.</summary>
    internal void WriteTarget<T>(int sample, Span<T> column)
        where T : struct, IFloatingPointIeee754<T>
    {
        CheckIndex(sample);
        var index = Classes[sample];
        if (index >= column.Length)
        {
            throw new ArgumentException($"Sample {sample} is of class {index}, but the outputs are {column.Length}: classes run from 0 to {column.Length - 1}.", nameof(column));
        }

        column.Clear();
        column[index] = T.One;
    }

    internal override int ClassOf<T>(int sample)
    {
        CheckIndex(sample);
        return Classes[sample];
    }

    private ImmutableArray<int> Chosen(ReadOnlySpan<int> indices)
    {
        var chosen = new int[indices.Length];
        for (var i = 0; i < chosen.Length; i++)
        {
            CheckIndex(indices[i]);
            chosen[i] = Classes[indices[i]];
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(chosen);
    }
}
