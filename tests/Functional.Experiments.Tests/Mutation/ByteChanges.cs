namespace Functional.Experiments.Tests.Mutation;

using System;
using System.Linq;

/// <summary>The ways in which a byte is changed, each to be combined with it by exclusive or.</summary>
internal static class ByteChanges
{
    /// <summary>The lowest and the highest bit and another letter's case; with FUNCTIONAL_FULL=1 all 255.</summary>
    public static byte[] All { get; } = string.Equals(Environment.GetEnvironmentVariable("FUNCTIONAL_FULL"), "1", StringComparison.Ordinal)
        ? [.. Enumerable.Range(1, byte.MaxValue).Select(change => (byte)change)]
        : [1, 0x20, 0x80];
}
