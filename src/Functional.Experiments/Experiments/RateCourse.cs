namespace Functional.Experiments;

using Functional.Networks;

/// <summary>
/// How the learning rate goes on from epoch to epoch, as a part of an experiment: one of <see cref="Constant"/>, <see cref="InverseTime"/>,
/// <see cref="Step"/>, <see cref="Exponential"/>, <see cref="Linear"/>, <see cref="Cosine"/>, <see cref="CosineRestarts"/> and
/// <see cref="OneCycle"/>. It counts epochs and becomes a schedule of steps when the samples are known. What its numbers must be,
/// <see cref="RateCourseText.Check"/> says.
/// </summary>
public abstract record RateCourse
{
    private RateCourse()
    {
    }

    /// <summary>The schedule for a number of steps to an epoch.</summary>
    /// <param name="rate">The learning rate that the course begins with; for <see cref="OneCycle"/> the highest one.</param>
    /// <param name="stepsPerEpoch">How many steps make an epoch, at least 1.</param>
    /// <param name="epochs">Over how many epochs a course that ends goes, at least 1.</param>
    /// <exception cref="System.ArgumentOutOfRangeException">A number is outside its range.</exception>
    public abstract Schedule Of(double rate, long stepsPerEpoch, long epochs);

    /// <summary>The same learning rate at every step.</summary>
    public sealed record Constant : RateCourse
    {
        /// <inheritdoc/>
        public override Schedule Of(double rate, long stepsPerEpoch, long epochs) => new ConstantRate(rate);
    }

    /// <summary>rate / (1 + decay · epoch), epochs counted from 0.</summary>
    /// <param name="Decay">How fast it falls, finite and not negative.</param>
    public sealed record InverseTime(double Decay) : RateCourse
    {
        /// <inheritdoc/>
        public override Schedule Of(double rate, long stepsPerEpoch, long epochs) => new InverseTimeDecay(rate, Decay, stepsPerEpoch);
    }

    /// <summary>It falls by a factor every so many epochs.</summary>
    /// <param name="Epochs">After how many epochs it falls each time, at least 1.</param>
    /// <param name="Factor">What it is multiplied by, above 0 and at most 1.</param>
    public sealed record Step(int Epochs, double Factor) : RateCourse
    {
        /// <inheritdoc/>
        public override Schedule Of(double rate, long stepsPerEpoch, long epochs) => new StepDecay(rate, Factor, Epochs * stepsPerEpoch);
    }

    /// <summary>It falls evenly by a factor in each epoch.</summary>
    /// <param name="Factor">What it is multiplied by in an epoch, above 0 and at most 1.</param>
    public sealed record Exponential(double Factor) : RateCourse
    {
        /// <inheritdoc/>
        public override Schedule Of(double rate, long stepsPerEpoch, long epochs) => new ExponentialDecay(rate, Factor, stepsPerEpoch);
    }

    /// <summary>It goes straight down to a share of itself over all epochs.</summary>
    /// <param name="End">The share that it ends at, from 0 to 1.</param>
    public sealed record Linear(double End) : RateCourse
    {
        /// <inheritdoc/>
        public override Schedule Of(double rate, long stepsPerEpoch, long epochs) => new LinearRate(rate, End * rate, stepsPerEpoch * epochs);
    }

    /// <summary>It falls along half a wave to a share of itself over all epochs.</summary>
    /// <param name="End">The share that it ends at, from 0 to 1.</param>
    public sealed record Cosine(double End) : RateCourse
    {
        /// <inheritdoc/>
        public override Schedule Of(double rate, long stepsPerEpoch, long epochs) => new CosineDecay(rate, stepsPerEpoch * epochs, End * rate);
    }

    /// <summary>It falls along half a wave towards 0 and begins again.</summary>
    /// <param name="Epochs">The epochs of the first wave, at least 1.</param>
    /// <param name="Growth">How many times as long as the one before a wave is, at least 1.</param>
    public sealed record CosineRestarts(int Epochs, int Growth) : RateCourse
    {
        /// <inheritdoc/>
        public override Schedule Of(double rate, long stepsPerEpoch, long epochs) => new Networks.CosineRestarts(rate, Epochs * stepsPerEpoch, Growth);
    }

    /// <summary>It rises to the learning rate and falls far below where it began, over all epochs.</summary>
    /// <param name="Rise">The share of the steps in which it rises, above 0 and below 1.</param>
    public sealed record OneCycle(double Rise) : RateCourse
    {
        /// <inheritdoc/>
        public override Schedule Of(double rate, long stepsPerEpoch, long epochs) => new Networks.OneCycle(rate, stepsPerEpoch * epochs, Rise);
    }
}
