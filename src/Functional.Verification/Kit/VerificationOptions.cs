namespace Functional.Verification;

using System;
using Functional.Networks;
using LanguageExt;

/// <summary>How a verification is done. What is left as it is fits most subjects.</summary>
public sealed record VerificationOptions
{
    /// <summary>The usual options.</summary>
    public static VerificationOptions Usual { get; } = new();

    /// <summary>What all cases are drawn from.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many cases each law is tried in, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public int Count
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A law must be tried in 1 case at least.");
    } = 40;

    /// <summary>
    /// Whether the subject has all derivatives everywhere. Then no derivative may be left out as a kink, and numeric differentiation is held to
    /// <see cref="GradientLaws.SmoothTolerance"/>, not <see cref="GradientLaws.Tolerance"/>.
    /// </summary>
    public bool IsSmooth { get; init; }

    /// <summary>What normally distributed inputs are multiplied by.</summary>
    public double InputScale { get; init; } = 1;

    /// <summary>The largest input of which outputs and gradients must be finite.</summary>
    public double LargestInput { get; init; } = 1e4;

    /// <summary>Whether a layer's parameters are drawn anew for every case; otherwise they stay as the layer comes.</summary>
    public bool DrawsParameters { get; init; } = true;

    /// <summary>What writes a layer and reads it back; nothing where there is no such thing, then its parameters' and statistics' bytes are written and read.</summary>
    public Option<Func<Layer<double>, Layer<double>>> RoundTrip { get; init; }

    /// <summary>The laws that are left out, by name, each with the reason.</summary>
    public HashMap<string, string> LeftOut { get; init; }

    /// <summary>These options without a law.</summary>
    /// <param name="law">The law's name.</param>
    /// <param name="reason">Why it does not apply; it stands in the report.</param>
    /// <exception cref="ArgumentException">There is no reason.</exception>
    public VerificationOptions Without(string law, string reason)
    {
        ArgumentNullException.ThrowIfNull(law);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return this with { LeftOut = LeftOut.AddOrUpdate(law, reason) };
    }
}
