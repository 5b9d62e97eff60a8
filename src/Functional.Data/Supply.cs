namespace Functional.Data;

/// <summary>What is known of a stream's length before it is read.</summary>
/// <param name="Exact">The bytes it has, where that is known.</param>
/// <param name="Most">The bytes it has at most, where that is known.</param>
/// <param name="First">The bytes that may be allocated before any have arrived.</param>
internal sealed record Supply(long? Exact, long? Most, long First)
{
    /// <summary>The most bytes that one byte of deflated data stands for: a match of 258 takes at least two bits (RFC 1951, section 3.2.5).</summary>
    public const long DeflateRatio = 1032;

    /// <summary>A stream of which nothing is known.</summary>
    public static Supply Unknown { get; } = new(null, null, 1 << 20);
}
