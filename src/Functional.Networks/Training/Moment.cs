namespace Functional.Networks;

using System;

/// <summary>A moment of training that is passing: what its step measured, and the state behind it for whoever asks before the next step.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly ref struct Moment<T>
    where T : struct, IFloatingPointIeee754<T>
{
    private readonly Moments<T>.Enumerator run;
    private readonly Measurement<T> measurement;

    internal Moment(Moments<T>.Enumerator run, Measurement<T> measurement, Divergence? divergence)
    {
        this.run = run;
        this.measurement = measurement;
        Divergence = divergence;
    }

    /// <summary>Where the first number appeared that is not finite, in which case the run ends here; otherwise nothing.</summary>
    public Divergence? Divergence { get; }

    /// <summary>What was measured on the step's batch.</summary>
    /// <exception cref="InvalidOperationException">The step diverged, so there is no measurement.</exception>
    public Measurement<T> Measurement => Divergence is null
        ? measurement
        : throw new InvalidOperationException($"There is no measurement. {Divergence.Message}");

    /// <summary>The state after the step: a value that the run never touches again. Each time it is asked for, it is copied.</summary>
    /// <exception cref="InvalidOperationException">The run has gone on, or the step diverged, so there is no such state.</exception>
    public TrainingState<T> State => Divergence is null
        ? run.StateAt(measurement.Step + 1)
        : throw new InvalidOperationException($"There is no state. {Divergence.Message}");
}
