namespace Functional.Surface.Tests;

using System.Collections.Generic;
using Functional.Numerics.Randomness;

/// <summary>What a call is drawn from: its seed gives the same call again.</summary>
internal sealed class Draw(ulong seed)
{
    private readonly RandomKey key = RandomKey.FromSeed(seed);
    private long drawn;

    /// <summary>64 random bits.</summary>
    public ulong Bits() => key.Bits64(drawn++);

    /// <summary>A whole number from 0 to below a limit.</summary>
    public int Below(int limit) => (int)(Bits() % (ulong)limit);

    /// <summary>A number from 0 to below 1.</summary>
    public double Unit() => (Bits() >> 11) * (1.0 / (1L << 53));

    /// <summary>Whether something happens that happens this often.</summary>
    public bool Chance(double share) => Unit() < share;

    /// <summary>One of some values.</summary>
    public T Pick<T>(params IReadOnlyList<T> values) => values[Below(values.Count)];
}
