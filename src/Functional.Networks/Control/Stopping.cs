namespace Functional.Networks;

using System;
using System.Collections.Generic;
using LanguageExt;

/// <summary>Runs that stop by a rule. What is computed up to there is what the run would have computed anyway.</summary>
public static class Stopping
{
    extension<T>(IEnumerable<Either<Divergence, Advance<T>>> trajectory)
        where T : struct, IFloatingPointIeee754<T>
    {
        /// <summary>The steps up to the one at which a rule says to stop, and why it ended. No step is computed behind that.</summary>
        /// <param name="rule">When to stop.</param>
        public IEnumerable<Watched<Advance<T>>> Until(StopRule rule) => Watch(Given.NotNull(trajectory), Progress.Of, Given.NotNull(rule));
    }

    extension<T>(IEnumerable<Either<Divergence, Epoch<T>>> epochs)
        where T : struct, IFloatingPointIeee754<T>
    {
        /// <summary>The epochs up to the one at which a rule says to stop, and why it ended. No step is computed behind that.</summary>
        /// <param name="rule">When to stop; what it counts are epochs.</param>
        public IEnumerable<Watched<Epoch<T>>> Until(StopRule rule) => Watch(Given.NotNull(epochs), Progress.Of, Given.NotNull(rule));
    }

    extension<TItem>(IEnumerable<Watched<TItem>> run)
    {
        /// <summary>Goes through a watched run to its end. Only the last and the best step or epoch are held.</summary>
        /// <param name="monitor">By which figure the best one is chosen.</param>
        /// <exception cref="InvalidOperationException">The run was cut off before its end.</exception>
        public Conclusion<TItem> Conclude(Monitor monitor = Monitor.Loss)
        {
            Option<TItem> last = Option<TItem>.None, best = Option<TItem>.None;
            var (bestFigure, count) = (double.NaN, 0L);
            foreach (var stage in Given.NotNull(run))
            {
                switch (stage)
                {
                    case Watched<TItem>.Going going:
                        count++;
                        last = going.Item;
                        var figure = Judgement.Figure(monitor, going.Progress);
                        (best, bestFigure) = Judgement.IsBetter(monitor, figure, bestFigure, 0) ? (last, figure) : (best, bestFigure);
                        break;
                    case Watched<TItem>.Ended ended:
                        return new(last, best, count, ended.Ending);
                    default:
                        break;
                }
            }

            throw new InvalidOperationException("The run was cut off before its end, so there is no reason for it.");
        }
    }

    private static IEnumerable<Watched<TItem>> Watch<TItem>(IEnumerable<Either<Divergence, TItem>> trajectory, Func<TItem, Progress> of, StopRule rule)
    {
        var watch = rule.Begin();
        foreach (var step in trajectory)
        {
            (var going, var ending, watch) = step.Match(
                Right: item => Seen(watch, item, of(item)),
                Left: divergence => (null, new Ending.Diverged(divergence), watch));
            if (going is not null)
            {
                yield return going;
            }

            if (ending is not null)
            {
                yield return new Watched<TItem>.Ended(ending);
                yield break;
            }
        }

        yield return new Watched<TItem>.Ended(new Ending.Finished());
    }

    private static (Watched<TItem>.Going? Going, Ending? Ending, Watch Next) Seen<TItem>(Watch watch, TItem item, Progress progress)
    {
        var (ending, next) = watch.See(progress);
        return (new(item, progress), ending, next);
    }
}
