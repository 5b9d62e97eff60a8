namespace Functional.Networks;

using System;
using System.Threading;

/// <summary>
/// Pieces of several works that threads take until there are none: each first those of its own share, which are in its cache since the step before, and then
/// those of others, so that nobody waits for a thread whose core is busy with something else.
/// </summary>
/// <param name="threads">The number of threads.</param>
internal sealed class Portions(int threads)
{
    /// <summary>Numbers from one counter to the next: each has a line of the cache of its own.</summary>
    private const int Apart = 16;

    private int[] taken = [];

    /// <summary>Lets all pieces be taken anew, on one thread.</summary>
    /// <param name="works">The number of works.</param>
    public void Renew(int works)
    {
        if (taken.Length < works * threads * Apart)
        {
            taken = new int[works * threads * Apart];
        }

        Array.Clear(taken);
    }

    /// <summary>The next piece for a thread; −1 where there are none left.</summary>
    /// <param name="work">The number of the work.</param>
    /// <param name="rank">The number of the thread.</param>
    /// <param name="pieces">The number of the work's pieces.</param>
    public int Take(int work, int rank, int pieces)
    {
        for (var turn = 0; turn < threads; turn++)
        {
            var owner = (rank + turn) % threads;
            var (from, to) = ((int)((long)pieces * owner / threads), (int)((long)pieces * (owner + 1) / threads));
            ref var counter = ref taken[((work * threads) + owner) * Apart];
            if (from + Volatile.Read(ref counter) < to)
            {
                var piece = from + Interlocked.Increment(ref counter) - 1;
                if (piece < to)
                {
                    return piece;
                }
            }
        }

        return -1;
    }
}
