namespace Functional.Networks;

using System;
using System.Globalization;

/// <summary>
/// Why a run ended: one of <see cref="Finished"/>, <see cref="CountReached"/>, <see cref="LossReached"/>, <see cref="AccuracyReached"/>,
/// <see cref="NotImproved"/>, <see cref="TimedOut"/> and <see cref="Diverged"/>.
/// </summary>
public abstract record Ending
{
    private Ending()
    {
    }

    /// <summary>The reason in words.</summary>
    public abstract string Message { get; }

    private static string Words(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>The trajectory itself came to its end.</summary>
    public sealed record Finished : Ending
    {
        /// <inheritdoc/>
        public override string Message => "Training ended with its batches.";
    }

    /// <summary>As many steps or epochs are done as were wanted.</summary>
    /// <param name="Count">How many.</param>
    public sealed record CountReached(long Count) : Ending
    {
        /// <inheritdoc/>
        public override string Message => Words($"Training ended after {Count}, as was wanted.");
    }

    /// <summary>The loss is small enough.</summary>
    /// <param name="Loss">The loss.</param>
    /// <param name="Target">What it was to reach.</param>
    public sealed record LossReached(double Loss, double Target) : Ending
    {
        /// <inheritdoc/>
        public override string Message => Words($"The loss reached {Loss}; the target was {Target}.");
    }

    /// <summary>The accuracy is high enough.</summary>
    /// <param name="Accuracy">The accuracy, from 0 to 1.</param>
    /// <param name="Target">What it was to reach.</param>
    public sealed record AccuracyReached(double Accuracy, double Target) : Ending
    {
        /// <inheritdoc/>
        public override string Message => Words($"The accuracy reached {Accuracy}; the target was {Target}.");
    }

    /// <summary>For too long there was no improvement.</summary>
    /// <param name="Monitor">The figure that did not improve.</param>
    /// <param name="Best">Its best value; not a number where there was none.</param>
    /// <param name="BestAt">The number of steps done when it was reached.</param>
    /// <param name="Patience">How many times in a row it was no better.</param>
    public sealed record NotImproved(Monitor Monitor, double Best, long BestAt, int Patience) : Ending
    {
        /// <inheritdoc/>
        public override string Message => Words($"The {(Monitor == Monitor.Loss ? "loss" : "accuracy")} was {Patience} times in a row no better than {Best}, which it was after {BestAt} steps.");
    }

    /// <summary>The time is up.</summary>
    /// <param name="Elapsed">The time that had passed.</param>
    /// <param name="Limit">The time that was given.</param>
    public sealed record TimedOut(TimeSpan Elapsed, TimeSpan Limit) : Ending
    {
        /// <inheritdoc/>
        public override string Message => Words($"The time of {Limit} was up: {Elapsed} had passed.");
    }

    /// <summary>A number that is not finite appeared.</summary>
    /// <param name="Divergence">Where it appeared.</param>
    public sealed record Diverged(Divergence Divergence) : Ending
    {
        /// <summary>Where it appeared.</summary>
        public Divergence Divergence { get; init => field = Given.NotNull(value); } = Given.NotNull(Divergence);

        /// <inheritdoc/>
        public override string Message => Divergence.Message;
    }
}
