namespace Functional.Networks;

using Functional.Numerics.Randomness;

/// <summary>Everything that training goes on from: the same state and the same batches give the same bits, wherever and whenever.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="Network">The network as it stands.</param>
/// <param name="Optimiser">What the optimiser remembers.</param>
/// <param name="Key">What the batches' order and the layers' randomness are derived from, together with the step.</param>
/// <param name="Step">The number of steps done.</param>
public sealed record TrainingState<T>(Layer<T> Network, TransformationState<T> Optimiser, RandomKey Key, long Step)
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>The network as it stands.</summary>
    public Layer<T> Network { get; init => field = Given.NotNull(value); } = Given.NotNull(Network);

    /// <summary>What the optimiser remembers.</summary>
    public TransformationState<T> Optimiser { get; init => field = Given.NotNull(value); } = Given.NotNull(Optimiser);
}
