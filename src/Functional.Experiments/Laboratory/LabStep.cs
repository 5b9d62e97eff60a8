namespace Functional.Experiments;

/// <summary>A state that a row of the laboratory passed through.</summary>
/// <param name="Step">The number of steps done.</param>
/// <param name="State">The first 16 digits of its <see cref="StateFingerprint"/>.</param>
/// <param name="Loss">The bits of the loss that its step measured, in hexadecimal digits; empty where the row does not know it.</param>
public sealed record LabStep(long Step, string State, string Loss)
{
    /// <summary>The first 16 digits of its <see cref="StateFingerprint"/>.</summary>
    public string State { get; init => field = Given.NotNull(value); } = Given.NotNull(State);

    /// <summary>The bits of the loss that its step measured, in hexadecimal digits; empty where the row does not know it.</summary>
    public string Loss { get; init => field = Given.NotNull(value); } = Given.NotNull(Loss);

    /// <summary>Whether it can be the same state as another one: where one of them does not know its loss, that does not count.</summary>
    /// <param name="other">A state behind the same step.</param>
    public bool Agrees(LabStep other) => string.Equals(State, Given.NotNull(other).State, System.StringComparison.Ordinal)
        && (Loss.Length == 0 || other.Loss.Length == 0 || string.Equals(Loss, other.Loss, System.StringComparison.Ordinal));
}
