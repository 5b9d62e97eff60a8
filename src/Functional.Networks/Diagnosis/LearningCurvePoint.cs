namespace Functional.Networks;

/// <summary>What is learned from so many samples.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="Samples">The number of samples that were trained on.</param>
/// <param name="Training">How the trained network does on them.</param>
/// <param name="Validation">How it does on samples that it has not seen.</param>
public sealed record LearningCurvePoint<T>(int Samples, Evaluation<T> Training, Evaluation<T> Validation)
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>How the trained network does on them.</summary>
    public Evaluation<T> Training { get; init => field = Given.NotNull(value); } = Given.NotNull(Training);

    /// <summary>How it does on samples that it has not seen.</summary>
    public Evaluation<T> Validation { get; init => field = Given.NotNull(value); } = Given.NotNull(Validation);
}
