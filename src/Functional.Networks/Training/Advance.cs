namespace Functional.Networks;

/// <summary>One step of training: the state after it, and what it measured.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="State">The state after the step.</param>
/// <param name="Measurement">What was measured on the step's batch.</param>
public sealed record Advance<T>(TrainingState<T> State, Measurement<T> Measurement)
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>The state after the step.</summary>
    public TrainingState<T> State { get; init => field = Given.NotNull(value); } = Given.NotNull(State);
}
