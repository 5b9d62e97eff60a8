namespace Functional.Networks;

/// <summary>Training came upon a number that is infinite or NaN.</summary>
/// <param name="Step">The step's number, counted from 0.</param>
/// <param name="Place">Where the first such number appeared, such as "layer 2, Affine 50→10".</param>
/// <param name="What">What held it: "input", "output", "value", "gradient" or "updated values".</param>
public sealed record Divergence(long Step, string Place, string What)
{
    /// <summary>Where the first such number appeared, such as "layer 2, Affine 50→10".</summary>
    public string Place { get; init => field = Given.NotNull(value); } = Given.NotNull(Place);

    /// <summary>What held it: "input", "output", "value", "gradient" or "updated values".</summary>
    public string What { get; init => field = Given.NotNull(value); } = Given.NotNull(What);

    /// <summary>The fault in words.</summary>
    public string Message => $"Training diverged at step {Step}: the first number that is not finite appeared in the {What} of {Place}.";
}
