namespace Functional.Networks;

using System;

/// <summary>Early stopping: stops where the loss or the accuracy has not improved for some steps or epochs in a row.</summary>
/// <remarks>
/// An improvement is a value better than the best one before by more than the minimal improvement; only then it becomes the best one, so
/// that many small steps add up. NaN never is an improvement. (L. Prechelt, Early Stopping – But When?, 1998, the third class of criteria.)
/// </remarks>
public sealed record StopWithoutImprovement : StopRule
{
    /// <summary>Early stopping.</summary>
    /// <param name="patience">How many steps or epochs in a row may pass without an improvement until the run stops, at least 1.</param>
    /// <param name="minimalImprovement">By how much a value must be better to count, finite and not negative.</param>
    /// <param name="monitor">What is to improve.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public StopWithoutImprovement(int patience, double minimalImprovement = 0, Monitor monitor = Monitor.Loss)
    {
        Patience = patience >= 1
            ? patience
            : throw new ArgumentOutOfRangeException(nameof(patience), patience, "The patience must be at least 1.");
        MinimalImprovement = double.IsFinite(minimalImprovement) && minimalImprovement >= 0
            ? minimalImprovement
            : throw new ArgumentOutOfRangeException(nameof(minimalImprovement), minimalImprovement, "The minimal improvement must be finite and not negative.");
        Monitor = Enum.IsDefined(monitor) ? monitor : throw new ArgumentOutOfRangeException(nameof(monitor), monitor, "There is no such figure to judge by.");
    }

    /// <summary>How many steps or epochs in a row may pass without an improvement until the run stops.</summary>
    public int Patience { get; }

    /// <summary>By how much a value must be better to count.</summary>
    public double MinimalImprovement { get; }

    /// <summary>What is to improve.</summary>
    public Monitor Monitor { get; }

    internal override Watch Begin() => new Waiting(this, double.NaN, 0, 0);

    private sealed record Waiting(StopWithoutImprovement Rule, double Best, long BestAt, int Without) : Watch
    {
        public override (Ending? Ending, Watch Next) See(Progress progress)
        {
            var value = Judgement.Figure(Rule.Monitor, progress);
            if (Judgement.IsBetter(Rule.Monitor, value, Best, Rule.MinimalImprovement))
            {
                return (null, new Waiting(Rule, value, progress.Steps, 0));
            }

            var next = this with { Without = Without + 1 };
            return (next.Without >= Rule.Patience ? new Ending.NotImproved(Rule.Monitor, Best, BestAt, Rule.Patience) : null, next);
        }
    }
}
