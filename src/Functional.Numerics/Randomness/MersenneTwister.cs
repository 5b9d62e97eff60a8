namespace Functional.Numerics.Randomness;

using System;

/// <summary>MT19937: the recurrence over 624 words, and how they begin.</summary>
/// <remarks>
/// M. Matsumoto, T. Nishimura: Mersenne Twister, a 623-dimensionally equidistributed uniform pseudo-random number generator. ACM TOMACS 8 (1998);
/// the way seeds are spread is theirs of 2002.
/// </remarks>
internal static class MersenneTwister
{
    /// <summary>The number of words of a state.</summary>
    public const int Length = 624;

    private const int Middle = 397;
    private const uint Twist = 0x9908B0DF;
    private const uint UpperBit = 0x80000000;

    /// <summary>The words of a seed.</summary>
    public static uint[] Seeded(uint seed)
    {
        var words = new uint[Length];
        words[0] = seed;
        for (uint i = 1; i < Length; i++)
        {
            words[i] = (1812433253 * (words[i - 1] ^ (words[i - 1] >> 30))) + i;
        }

        return words;
    }

    /// <summary>The words of several seeds, at least one.</summary>
    public static uint[] Seeded(ReadOnlySpan<uint> seeds)
    {
        const uint First = 19650218;
        var words = Seeded(First);
        int place = 1, taken = 0;
        for (var count = Math.Max(Length, seeds.Length); count > 0; count--)
        {
            words[place] = (words[place] ^ (Spread(words[place - 1]) * 1664525)) + seeds[taken] + (uint)taken;
            taken = (taken + 1) % seeds.Length;
            place = Advanced(words, place);
        }

        for (var count = Length - 1; count > 0; count--)
        {
            words[place] = (words[place] ^ (Spread(words[place - 1]) * 1566083941)) - (uint)place;
            place = Advanced(words, place);
        }

        words[0] = UpperBit;
        return words;
    }

    /// <summary>Replaces the words by the next ones.</summary>
    public static void Advance(Span<uint> words)
    {
        for (var i = 0; i < Length - Middle; i++)
        {
            words[i] = words[i + Middle] ^ Twisted(words[i], words[i + 1]);
        }

        for (var i = Length - Middle; i < Length - 1; i++)
        {
            words[i] = words[i + Middle - Length] ^ Twisted(words[i], words[i + 1]);
        }

        words[Length - 1] = words[Middle - 1] ^ Twisted(words[Length - 1], words[0]);
    }

    /// <summary>The 32 random bits of a word.</summary>
    public static uint Tempered(uint word)
    {
        word ^= word >> 11;
        word ^= (word << 7) & 0x9D2C5680;
        word ^= (word << 15) & 0xEFC60000;
        return word ^ (word >> 18);
    }

    private static uint Twisted(uint upper, uint lower)
    {
        var joined = (upper & UpperBit) | (lower & ~UpperBit);
        return (joined >> 1) ^ ((joined & 1) * Twist);
    }

    private static uint Spread(uint word) => word ^ (word >> 30);

    /// <summary>The place behind, in a circle without place 0, which is kept equal to the last.</summary>
    private static int Advanced(uint[] words, int place)
    {
        if (place + 1 < Length)
        {
            return place + 1;
        }

        words[0] = words[Length - 1];
        return 1;
    }
}
