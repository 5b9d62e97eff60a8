namespace Functional.Networks;

using System;
using System.Linq;
using Functional.Numerics;
using Functional.Numerics.Elementary;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Randomness;
using LanguageExt;

/// <summary>A learning-rate range test: one short run in which the rate grows at every step, and the losses that it met.</summary>
/// <remarks>
/// L. N. Smith, Cyclical Learning Rates for Training Neural Networks, 2017, section 3.3; rates grow by the same factor from step to step,
/// and losses are smoothed by a running mean of decay 0.9 that is divided by 1 − 0.9ⁿ, as is usual since. The test ends early where
/// the smoothed loss is over four times its smallest value, or where it diverges.
/// </remarks>
/// <param name="Points">The steps, in the order of growing rates; at least one.</param>
/// <param name="Divergence">Where it diverged; nothing where it did not.</param>
public sealed record RateRange(Seq<RatePoint> Points, Divergence? Divergence)
{
    /// <summary>The steps, in the order of growing rates; at least one.</summary>
    public Seq<RatePoint> Points { get; init => field = Given.NoNulls(value); } = Given.NoNulls(Points);

    private const double Decay = 0.9;
    private const double Runaway = 4;

    /// <summary>How much lower than the rate of the smallest loss a rate to train with is.</summary>
    private const double Caution = 10;

    /// <summary>The rate at which the smoothed loss was smallest: higher ones do harm.</summary>
    /// <exception cref="InvalidOperationException">There are no steps.</exception>
    public double Best => Points.IsEmpty ? throw new InvalidOperationException("A range without steps has no best rate.") : Points.MinBy(point => point.Smoothed)!.Rate;

    /// <summary>A rate to begin with: a tenth of <see cref="Best"/>, where the loss still falls.</summary>
    /// <exception cref="InvalidOperationException">There are no steps.</exception>
    public double Suggested => Best / Caution;

    /// <summary>Does the test.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="optimiser">The optimiser for a rate, such as <c>rate => Optimisers.Momentum(rate)</c>; its state must not depend on the rate.</param>
    /// <param name="objective">What is made small.</param>
    /// <param name="network">The network as it begins.</param>
    /// <param name="key">What the batches' order and the layers' randomness are derived from.</param>
    /// <param name="source">The samples.</param>
    /// <param name="sampling">Which samples each step sees.</param>
    /// <param name="lowest">The first rate, positive.</param>
    /// <param name="highest">The last rate, above the first.</param>
    /// <param name="steps">The number of steps, at least 2.</param>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate or the number of steps is outside its range.</exception>
    /// <exception cref="ArgumentException">The samples do not fit the network, or the very first step diverges.</exception>
    public static RateRange Test<T>(
        Func<Schedule, GradientTransformation> optimiser,
        Objective objective,
        Layer<T> network,
        RandomKey key,
        ISampleSource<T> source,
        Sampling sampling,
        double lowest = 1e-6,
        double highest = 10,
        int steps = 100,
        Execution? execution = null)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(optimiser);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(sampling);
        RequireRange(lowest, highest, steps);
        var state = new Training(objective, optimiser(lowest)).Start(network, key);
        var points = Seq<RatePoint>.Empty;
        var (mean, weight, smallest) = (0.0, 1.0, double.PositiveInfinity);
        Divergence? divergence = null;
        foreach (var (batch, number) in sampling.Batches(source, key).Take(steps).Select((batch, number) => (batch, number)))
        {
            var rate = RateAt(lowest, highest, (double)number / (steps - 1));
            var step = new Training(objective, optimiser(rate)).Step(state, batch, execution);
            step.IfLeft(fault => divergence = fault);
            if (divergence is not null)
            {
                break;
            }

            var loss = 0.0;
            step.IfRight(advance => (state, loss) = (advance.State, double.CreateChecked(advance.Measurement.Loss)));
            mean = (Decay * mean) + ((1 - Decay) * loss);
            weight *= Decay;
            var smoothed = mean / (1 - weight);
            points = points.Add(new(rate, loss, smoothed));
            smallest = Math.Min(smallest, smoothed);
            if (smoothed > Runaway * smallest)
            {
                break;
            }
        }

        return points.IsEmpty
            ? throw new ArgumentException($"The test diverged at its first step. {divergence?.Message}", nameof(network))
            : new(points, divergence);
    }

    /// <summary>lowest·(highest/lowest)^share, by the portable exponential; the ends are exact.</summary>
    private static double RateAt(double lowest, double highest, double share)
    {
        var (from, to) = (Elements.Apply(default(Log<double>), lowest), Elements.Apply(default(Log<double>), highest));
        return share <= 0 ? lowest : share >= 1 ? highest : Elements.Apply(default(Exp<double>), from + (share * (to - from)));
    }

    private static void RequireRange(double lowest, double highest, int steps)
    {
        if (!(lowest > 0) || !double.IsFinite(highest) || !(highest > lowest))
        {
            throw new ArgumentOutOfRangeException(nameof(highest), highest, $"Rates must grow from a positive to a higher finite one, not from {lowest} to {highest}.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 2);
    }
}
