namespace Functional.Networks;

using System;
using System.Collections.Generic;

/// <summary>Observers of a run.</summary>
public static class Observing
{
    extension<TItem>(IEnumerable<TItem> run)
    {
        /// <summary>
        /// The same run, with someone who looks on: each step, epoch or stage is shown when it is asked for, before it is handed on. What is
        /// shown is an immutable value, and nothing that the observer does comes back, so it cannot change the run; only an exception of its
        /// own ends it.
        /// </summary>
        /// <param name="observer">Called with everything that comes by, in order.</param>
        public IEnumerable<TItem> Observed(Action<TItem> observer) => Shown(Given.NotNull(run), Given.NotNull(observer));
    }

    private static IEnumerable<TItem> Shown<TItem>(IEnumerable<TItem> run, Action<TItem> observer)
    {
        foreach (var item in run)
        {
            observer(item);
            yield return item;
        }
    }
}
