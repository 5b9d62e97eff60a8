namespace Functional.Networks;

using System;
using System.Collections.Generic;
using LanguageExt;

/// <summary>From moments, which pass, to steps that stay.</summary>
public static class Passing
{
    extension<T>(Moments<T> moments)
        where T : struct, IFloatingPointIeee754<T>
    {
        /// <summary>
        /// Every so many steps one with its state, made as they are asked for, without end or up to the first divergence: the steps
        /// between run in memory that is used again. Of a trajectory these are the same steps, bit for bit.
        /// </summary>
        /// <param name="every">From one step to the next that is wanted, at least 1: those steps behind which the number of steps done is a multiple of it.</param>
        /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
        public IEnumerable<Either<Divergence, Advance<T>>> Advances(long every = 1)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
            return Each(moments, every);
        }
    }

    private static IEnumerable<Either<Divergence, Advance<T>>> Each<T>(Moments<T> moments, long every)
        where T : struct, IFloatingPointIeee754<T>
    {
        foreach (var moment in moments)
        {
            if (moment.Divergence is { } divergence)
            {
                yield return divergence;
                yield break;
            }

            if ((moment.Measurement.Step + 1) % every == 0)
            {
                yield return new Advance<T>(moment.State, moment.Measurement);
            }
        }
    }
}
