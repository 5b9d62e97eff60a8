namespace Functional.Networks;

using System;
using Functional.Numerics;

/// <summary>
/// A run of training, step by step and without end, in memory that is used again from step to step: for <c>foreach</c>. Going through
/// it again trains again, with the same bits.
/// </summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class Moments<T>
    where T : struct, IFloatingPointIeee754<T>
{
    private readonly Training training;
    private readonly TrainingState<T> state;
    private readonly ISampleSource<T> source;
    private readonly Sampling sampling;
    private readonly Execution execution;

    internal Moments(Training training, TrainingState<T> state, ISampleSource<T> source, Sampling sampling, Execution execution)
    {
        sampling.Require(source.Count);
        this.training = training;
        this.state = state;
        this.source = source;
        this.sampling = sampling;
        this.execution = execution;
    }

    /// <summary>Begins the run.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>One run through the moments; it has threads of its own until it is disposed of.</summary>
    public sealed class Enumerator : IDisposable
    {
        private readonly Moments<T> run;
        private readonly Recycler<T>? recycler;
        private readonly ChosenSamples chosen = new();
        private readonly Feed<T>? feed;
        private TrainingState<T> state;
        private Measurement<T> measurement;
        private Divergence? divergence;
        private bool isEnded;

        internal Enumerator(Moments<T> run)
        {
            this.run = run;
            state = run.state;
            recycler = Recycler<T>.For(run.training, run.state, run.execution);
            feed = run.source is ISampleColumns<T> columns ? new ColumnsFeed<T>(run.source, columns, chosen) : null;
        }

        /// <summary>The moment after the last step.</summary>
        public Moment<T> Current => new(this, measurement, divergence);

        /// <summary>Does one step more.</summary>
        /// <returns>False where the step before this one diverged, and where the run was ended.</returns>
        public bool MoveNext()
        {
            if (divergence is not null || isEnded)
            {
                return false;
            }

            var step = recycler?.Steps ?? state.Step;
            run.sampling.Choose(run.source.Count, run.state.Key, step, chosen);
            if (recycler is not null)
            {
                divergence = recycler.Step(feed ?? new BatchFeed<T>(run.source.Gather(chosen.Indices)), out measurement);
                return true;
            }

            var next = run.training.Step(state, run.source.Gather(chosen.Indices), run.execution);
            next.IfLeft(fault => divergence = fault);
            next.IfRight(advance => (state, measurement) = (advance.State, advance.Measurement));
            return true;
        }

        /// <summary>Ends the run; the last moment's state can still be asked for.</summary>
        public void Dispose()
        {
            if (isEnded)
            {
                return;
            }

            isEnded = true;
            recycler?.Dispose();
            chosen.Dispose();
        }

        internal TrainingState<T> StateAt(long steps)
        {
            if ((recycler?.Steps ?? state.Step) != steps)
            {
                throw new InvalidOperationException($"The run has gone on: the state after step {steps - 1} is no longer there. Ask a moment for its state before the next one.");
            }

            return recycler?.State() ?? state;
        }
    }
}
