namespace Functional.Experiments;

using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using LanguageExt;

/// <summary>Carries jobs out that do not depend on each other, several at a time.</summary>
internal static class Workers
{
    /// <summary>The results of jobs as they come. Whoever stops asking stops the jobs, and waits for them.</summary>
    /// <typeparam name="TJob">A job.</typeparam>
    /// <typeparam name="TResult">What it comes to.</typeparam>
    /// <param name="jobs">The jobs, begun in their order.</param>
    /// <param name="workers">How many are carried out at a time, at least 1.</param>
    /// <param name="carry">Carries a job out, on a thread of its own; none where it was asked to stop first.</param>
    /// <param name="stop">Where it is cancelled, no further job is begun.</param>
    /// <exception cref="AggregateException">A job has thrown.</exception>
    public static IEnumerable<TResult> Run<TJob, TResult>(Seq<TJob> jobs, int workers, Func<TJob, CancellationToken, Option<TResult>> carry, CancellationToken stop)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var results = new BlockingCollection<TResult>();
        var queue = new ConcurrentQueue<TJob>(jobs);
        var own = Enumerable.Range(0, Math.Min(workers, jobs.Count))
            .Select(_ => Task.Factory.StartNew(() => Work(queue, results, carry, ended), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))
            .ToArray();
        var all = Task.WhenAll(own).ContinueWith(_ => results.CompleteAdding(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        try
        {
            foreach (var result in results.GetConsumingEnumerable(CancellationToken.None))
            {
                yield return result;
            }
        }
        finally
        {
            ended.Cancel();
            all.Wait(CancellationToken.None);
        }

        Task.WaitAll(own, CancellationToken.None);
    }

    private static void Work<TJob, TResult>(
        ConcurrentQueue<TJob> queue, BlockingCollection<TResult> results, Func<TJob, CancellationToken, Option<TResult>> carry, CancellationTokenSource ended)
    {
        try
        {
            while (!ended.IsCancellationRequested && queue.TryDequeue(out var job))
            {
                carry(job, ended.Token).IfSome(result => results.Add(result, CancellationToken.None));
            }
        }
        catch
        {
            // The others need not go on for a result that nobody gets.
            ended.Cancel();
            throw;
        }
    }
}
