namespace Functional.Networks;

/// <summary>A network that a minimiser has come to.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="Network">The network.</param>
/// <param name="Value">The objective over the whole batch: the loss and the penalties.</param>
/// <param name="GradientNorm">The largest magnitude of a component of the objective's gradient.</param>
/// <param name="Iterations">The number of iterations done: 0 for the network as it began.</param>
/// <param name="Evaluations">How often objective and gradient have been computed up to here: each one goes through all samples.</param>
/// <param name="Stop">Why it ends here; nothing where it goes on.</param>
public sealed record NetworkIterate<T>(Layer<T> Network, T Value, T GradientNorm, int Iterations, int Evaluations, MinimiserStop? Stop)
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>The network.</summary>
    public Layer<T> Network { get; init => field = Given.NotNull(value); } = Given.NotNull(Network);
}
