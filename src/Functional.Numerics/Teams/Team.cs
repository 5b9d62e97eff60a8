namespace Functional.Numerics.Teams;

using System;
using System.Runtime.ExceptionServices;
using System.Threading;

/// <summary>
/// Threads that do the same work at the same time, each with a number of its own. Between pieces of work they wait a little while
/// at the ready, so that starting the next one costs next to nothing, and then sleep, so that idleness costs nothing.
/// </summary>
/// <remarks>The thread that calls <see cref="Run"/> is number 0. What each number does is for the work to say; who is faster changes nothing.</remarks>
internal sealed class Team : IDisposable
{
    /// <summary>How often a waiting thread looks before it sleeps: some tenths of a millisecond.</summary>
    private const int Looks = 4000;

    private readonly Thread[] threads;
    private readonly SemaphoreSlim[] beds;
    private readonly bool isCrowded;
    private readonly int[] asleep;
    private Action<int> work = _ => { };
    private volatile int round;
    private volatile int barrier;
    private volatile bool isClosed;
    private ExceptionDispatchInfo? failure;
    private int arrived;
    private int finished;

    /// <summary>A team of the given number of threads, the caller among them.</summary>
    /// <param name="size">At least 1.</param>
    public Team(int size)
    {
        Size = size;
        isCrowded = size > Environment.ProcessorCount;
        threads = new Thread[size - 1];
        beds = new SemaphoreSlim[size];
        asleep = new int[size];
        for (var rank = 1; rank < size; rank++)
        {
            var own = rank;
            beds[rank] = new SemaphoreSlim(0);
            threads[rank - 1] = new Thread(() => Serve(own)) { IsBackground = true, Name = $"Functional {own}" };
            threads[rank - 1].Start();
        }
    }

    /// <summary>The number of threads.</summary>
    public int Size { get; }

    /// <summary>Does a piece of work on all threads, and returns when all have done it.</summary>
    /// <param name="job">What to do; it is given the thread's number, from 0 on.</param>
    public void Run(Action<int> job)
    {
        if (Size == 1)
        {
            job(0);
            return;
        }

        work = job;
        finished = 0;
        round++;

        // A thread says that it sleeps and then looks at the round; here it is the other way round. Without a barrier on both sides each could
        // miss the other's news, and the thread would sleep for ever.
        Interlocked.MemoryBarrier();
        for (var rank = 1; rank < Size; rank++)
        {
            if (Volatile.Read(ref asleep[rank]) == 1 && Interlocked.Exchange(ref asleep[rank], 0) == 1)
            {
                beds[rank].Release();
            }
        }

        Do(0);
        for (var look = 0; Volatile.Read(ref finished) < Size - 1; look++)
        {
            Wait(look);
        }

        if (failure is { } fault)
        {
            failure = null;
            arrived = 0;
            fault.Throw();
        }
    }

    /// <summary>Waits, within a piece of work, until all threads have come to this place.</summary>
    /// <param name="last">What the thread that comes last does before any goes on.</param>
    public void Sync(Action? last = null)
    {
        if (Size == 1)
        {
            last?.Invoke();
            return;
        }

        var passing = barrier;
        if (Interlocked.Increment(ref arrived) == Size)
        {
            last?.Invoke();
            arrived = 0;
            barrier = passing + 1;
            return;
        }

        for (var look = 0; barrier == passing; look++)
        {
            if (failure is not null)
            {
                throw new OperationCanceledException("Another thread failed.");
            }

            Wait(look);
        }
    }

    /// <summary>Sends the threads home.</summary>
    public void Dispose()
    {
        isClosed = true;
        for (var rank = 1; rank < Size; rank++)
        {
            beds[rank].Release();
        }
    }

    private void Serve(int rank)
    {
        var done = 0;
        while (true)
        {
            for (var look = 0; round == done && !isClosed; look++)
            {
                if (look < Looks && !(isCrowded && look > 100))
                {
                    Wait(look);
                    continue;
                }

                Volatile.Write(ref asleep[rank], 1);
                Interlocked.MemoryBarrier();
                if (round != done && Interlocked.Exchange(ref asleep[rank], 0) == 1)
                {
                    break;
                }

                beds[rank].Wait();
                look = 0;
            }

            if (isClosed)
            {
                return;
            }

            done = round;
            Do(rank);
            Interlocked.Increment(ref finished);
        }
    }

    private void Do(int rank)
    {
        try
        {
            work(rank);
        }
        catch (Exception exception) when (Size > 1)
        {
            Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(exception), null);
        }
    }

    private void Wait(int look)
    {
        if (isCrowded || (look & 31) == 31)
        {
            Thread.Yield();
        }
        else
        {
            Thread.SpinWait(2);
        }
    }
}
