namespace Functional.Numerics.Randomness;

using System;
using System.Numerics;
using Functional.Numerics.Elementary;

/// <summary>A series of draws that begins at a stream's state; the state that it was given is never written to.</summary>
internal sealed class NumPyDraws
{
    private uint[] words;
    private int position;
    private double? second;
    private bool isOwn;

    /// <summary>Begins.</summary>
    /// <param name="words">The generator's words.</param>
    /// <param name="position">How many of them are drawn.</param>
    /// <param name="second">The second value of a pair of normal numbers that is still to be drawn.</param>
    public NumPyDraws(uint[] words, int position, double? second)
    {
        this.words = words;
        this.position = position;
        this.second = second;
    }

    /// <summary>The words as they stand; nobody writes to them once they are asked for.</summary>
    public uint[] Words => words;

    /// <summary>How many words are drawn.</summary>
    public int Position => position;

    /// <summary>The second value of a pair that is still to be drawn.</summary>
    public double? Second => second;

    /// <summary>32 bits.</summary>
    public uint Bits32()
    {
        if (position == MersenneTwister.Length)
        {
            words = isOwn ? words : [.. words];
            isOwn = true;
            MersenneTwister.Advance(words);
            position = 0;
        }

        return MersenneTwister.Tempered(words[position++]);
    }

    /// <summary>64 bits, the upper half drawn first.</summary>
    public ulong Bits64()
    {
        var upper = (ulong)Bits32();
        return (upper << 32) | Bits32();
    }

    /// <summary>A number uniform on [0, 1): 27 and 26 bits of two words, times 2⁻⁵³.</summary>
    public double Uniform()
    {
        var upper = Bits32() >> 5;
        return ((upper * 67108864.0) + (Bits32() >> 6)) * (1.0 / 9007199254740992.0);
    }

    /// <summary>A normal number with mean 0 and deviation 1.</summary>
    public double Normal()
    {
        if (second is { } kept)
        {
            second = null;
            return kept;
        }

        while (true)
        {
            var u = (2 * Uniform()) - 1;
            var v = (2 * Uniform()) - 1;
            var s = (u * u) + (v * v);
            if (s is > 0 and < 1)
            {
                var factor = Math.Sqrt(-2 * RoundedLog.Of(s) / s);
                second = factor * u;
                return factor * v;
            }
        }
    }

    /// <summary>A whole number from 0 to a bound: as many bits as the bound has, drawn until they are not above it.</summary>
    public ulong UpTo(ulong bound)
    {
        if (bound == 0)
        {
            return 0;
        }

        var mask = ulong.MaxValue >> BitOperations.LeadingZeroCount(bound);
        ulong value;
        do
        {
            value = (bound <= uint.MaxValue ? Bits32() : Bits64()) & mask;
        }
        while (value > bound);

        return value;
    }
}
