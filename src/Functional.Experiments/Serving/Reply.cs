namespace Functional.Experiments;

using Functional.Data;

/// <summary>What comes out of a network that samples arrive at: one of <see cref="Answer"/>, <see cref="Refusal"/> and <see cref="Pause"/>.</summary>
public abstract record Reply
{
    private Reply()
    {
    }

    /// <summary>What the network makes of a sample.</summary>
    /// <param name="Number">The sample's number, as it arrived with it.</param>
    /// <param name="Estimate">What the network makes of it.</param>
    public sealed record Answer(long Number, Estimate Estimate) : Reply
    {
        /// <summary>What the network makes of it.</summary>
        public Estimate Estimate { get; init => field = Given.NotNull(value); } = Given.NotNull(Estimate);
    }

    /// <summary>Something that is no sample for the network.</summary>
    /// <param name="Reason">What is wrong.</param>
    /// <param name="EndsAll">Whether nothing comes behind it.</param>
    public sealed record Refusal(SampleFault Reason, bool EndsAll) : Reply
    {
        /// <summary>What is wrong.</summary>
        public SampleFault Reason { get; init => field = Given.NotNull(value); } = Given.NotNull(Reason);
    }

    /// <summary>All that has arrived is answered.</summary>
    public sealed record Pause : Reply
    {
        /// <summary>The pause.</summary>
        public static Pause Instance { get; } = new();

        private Pause()
        {
        }
    }
}
