namespace Functional.Verification;

/// <summary>The smallest case that was found for which a law does not hold.</summary>
/// <param name="Law">The law.</param>
/// <param name="Case">The case in words, with its numbers where they are few.</param>
/// <param name="Message">Both numbers, and where they stand.</param>
/// <param name="Replay">The line of code that tries this case alone.</param>
/// <param name="Found">Which of the cases it was shrunk from, and by how many steps.</param>
public sealed record Counterexample(string Law, string Case, string Message, string Replay, string Found)
{
    /// <summary>The law.</summary>
    public string Law { get; init => field = Given.NotNull(value); } = Given.NotNull(Law);

    /// <summary>The case in words, with its numbers where they are few.</summary>
    public string Case { get; init => field = Given.NotNull(value); } = Given.NotNull(Case);

    /// <summary>Both numbers, and where they stand.</summary>
    public string Message { get; init => field = Given.NotNull(value); } = Given.NotNull(Message);

    /// <summary>The line of code that tries this case alone.</summary>
    public string Replay { get; init => field = Given.NotNull(value); } = Given.NotNull(Replay);

    /// <summary>Which of the cases it was shrunk from, and by how many steps.</summary>
    public string Found { get; init => field = Given.NotNull(value); } = Given.NotNull(Found);

    /// <inheritdoc/>
    public override string ToString() => $"The law \"{Law}\" does not hold.\n    {Indented(Message)}\n    {Indented(Case)}\n    {Found}\n    replay: {Replay}";

    private static string Indented(string text) => text.Replace("\n", "\n    ", System.StringComparison.Ordinal);
}
