namespace Functional.Data;

using System;
using System.Collections.Immutable;

/// <summary>What comes out of a stream of samples, one after another: one of <see cref="Sample"/>, <see cref="Fault"/> and <see cref="Pause"/>.</summary>
public abstract record Arrival
{
    private Arrival()
    {
    }

    /// <summary>A sample's features.</summary>
    /// <param name="Number">Which: a line, counted from 1, or a sample of an array, counted from 0.</param>
    /// <param name="Features">The features, not scaled; finite numbers.</param>
    public sealed record Sample(long Number, ImmutableArray<double> Features) : Arrival
    {
        /// <summary>The features, not scaled; finite numbers.</summary>
        public ImmutableArray<double> Features { get; init => field = Given.NotDefault(value); } = Given.NotDefault(Features);

        /// <summary>True where both have the same number and equal features.</summary>
        /// <param name="other">The sample to compare with.</param>
        public bool Equals(Sample? other) => other is not null && Number == other.Number && Features.AsSpan().SequenceEqual(other.Features.AsSpan());

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Number, Features.Length, Features.IsEmpty ? 0 : Features[0]);
    }

    /// <summary>Something that is no sample.</summary>
    /// <param name="Reason">What is wrong.</param>
    /// <param name="EndsAll">Whether nothing comes behind it, since the whole stream cannot be used; otherwise the next sample may be right.</param>
    public sealed record Fault(SampleFault Reason, bool EndsAll = false) : Arrival
    {
        /// <summary>What is wrong.</summary>
        public SampleFault Reason { get; init => field = Given.NotNull(value); } = Given.NotNull(Reason);
    }

    /// <summary>All that has arrived was handed out: who asks for more may have to wait for it.</summary>
    public sealed record Pause : Arrival
    {
        /// <summary>The pause.</summary>
        public static Pause Instance { get; } = new();

        private Pause()
        {
        }
    }
}
