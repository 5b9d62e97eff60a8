namespace Functional.Networks;

using System;
using System.Collections.Immutable;
using System.Linq;

/// <summary>A class index for each sample, counted from 0. As a column it is one-hot.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="Classes">The class of each sample.</param>
public sealed record ClassTargets<T>(ImmutableArray<int> Classes) : Targets<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>The class of each sample.</summary>
    public ImmutableArray<int> Classes { get; init => field = Given.NotDefault(value); } = Given.NotDefault(Classes);

    /// <inheritdoc/>
    public override int Count => Classes.Length;

    internal override void CopyTo(int sample, Span<T> column)
    {
        var index = Classes[sample];
        if ((uint)index >= (uint)column.Length)
        {
            throw new ArgumentException($"Sample {sample} is of class {index}, but the outputs are {column.Length}: classes run from 0 to {column.Length - 1}.", nameof(column));
        }

        column.Clear();
        column[index] = T.One;
    }

    /// <inheritdoc/>
    public override int ClassOf(int sample) => (uint)sample < (uint)Classes.Length
        ? Classes[sample]
        : throw new ArgumentOutOfRangeException(nameof(sample), sample, $"There are {Classes.Length} samples.");

    /// <summary>True where both hold the same classes in the same order.</summary>
    /// <param name="other">The targets to compare with.</param>
    public bool Equals(ClassTargets<T>? other) => other is not null && Classes.SequenceEqual(other.Classes);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Classes.Length, Classes.IsEmpty ? 0 : Classes[0], Classes.IsEmpty ? 0 : Classes[^1]);
}
