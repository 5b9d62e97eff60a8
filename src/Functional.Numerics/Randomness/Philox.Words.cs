namespace Functional.Numerics.Randomness;

using System;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Functional.Numerics.Lanes;

/// <summary>Many consecutive counters at a time, each in a 64-bit lane of its own so that the wide products need no shuffling.</summary>
internal static partial class Philox
{
    /// <summary>The words of a counter.</summary>
    private const int BlockWords = 4;

    /// <summary>Writes the words at consecutive counters as far as whole vectors of counters reach.</summary>
    /// <param name="key">The key.</param>
    /// <param name="from">The first counter's words 0 and 1; words 2 and 3 are 0 and <paramref name="domain"/>.</param>
    /// <param name="domain">The counters' word 3.</param>
    /// <param name="destination">Takes the words.</param>
    /// <param name="width">The vectors to use.</param>
    /// <returns>How many words were written; the rest is for <see cref="Block"/>.</returns>
    public static int Words(ulong key, long from, uint domain, Span<uint> destination, VectorWidth width)
    {
        var words = MemoryMarshal.Cast<uint, ulong>(destination);
        var lanes = Avx512F.IsSupported && Hardware.Resolve(width) == VectorWidth.Bits512 ? Vector512<ulong>.Count
            : Avx2.IsSupported && Hardware.Resolve(width) >= VectorWidth.Bits256 ? Vector256<ulong>.Count
            : 0;
        if (lanes == 0)
        {
            return 0;
        }

        var done = 0;
        for (; done + (BlockWords * lanes) <= destination.Length; done += BlockWords * lanes, from += lanes)
        {
            var target = words.Slice(done / 2, 2 * lanes);
            if (lanes == Vector512<ulong>.Count)
            {
                Blocks512(key, from, domain, target);
            }
            else
            {
                Blocks256(key, from, domain, target);
            }
        }

        return done;
    }

    private static void Blocks512(ulong key, long from, uint domain, Span<ulong> target)
    {
        // Unpacking takes the even and the odd lanes apart, so these take the first and the second half of the counters.
        var counter = Vector512.Create((ulong)from) + Vector512.Create(0UL, 4, 1, 5, 2, 6, 3, 7);
        var low = Vector512.Create((ulong)uint.MaxValue);
        var (word0, word1, word2, word3) = (counter & low, counter >>> 32, Vector512<ulong>.Zero, Vector512.Create((ulong)domain));
        var (multiplier0, multiplier1) = (Vector512.Create((ulong)Multiplier0).AsUInt32(), Vector512.Create((ulong)Multiplier1).AsUInt32());
        uint key0 = (uint)key, key1 = (uint)(key >> 32);
        for (var round = 0; round < Rounds; round++)
        {
            var product0 = Avx512F.Multiply(multiplier0, word0.AsUInt32());
            var product1 = Avx512F.Multiply(multiplier1, word2.AsUInt32());
            word0 = (product1 >>> 32) ^ word1 ^ Vector512.Create((ulong)key0);
            word1 = product1 & low;
            word2 = (product0 >>> 32) ^ word3 ^ Vector512.Create((ulong)key1);
            word3 = product0 & low;
            key0 += Weyl0;
            key1 += Weyl1;
        }

        var first = word0 | (word1 << 32);
        var second = word2 | (word3 << 32);
        Avx512F.UnpackLow(first, second).CopyTo(target);
        Avx512F.UnpackHigh(first, second).CopyTo(target[Vector512<ulong>.Count..]);
    }

    private static void Blocks256(ulong key, long from, uint domain, Span<ulong> target)
    {
        var counter = Vector256.Create((ulong)from) + Vector256.Create(0UL, 2, 1, 3);
        var low = Vector256.Create((ulong)uint.MaxValue);
        var (word0, word1, word2, word3) = (counter & low, counter >>> 32, Vector256<ulong>.Zero, Vector256.Create((ulong)domain));
        var (multiplier0, multiplier1) = (Vector256.Create((ulong)Multiplier0).AsUInt32(), Vector256.Create((ulong)Multiplier1).AsUInt32());
        uint key0 = (uint)key, key1 = (uint)(key >> 32);
        for (var round = 0; round < Rounds; round++)
        {
            var product0 = Avx2.Multiply(multiplier0, word0.AsUInt32());
            var product1 = Avx2.Multiply(multiplier1, word2.AsUInt32());
            word0 = (product1 >>> 32) ^ word1 ^ Vector256.Create((ulong)key0);
            word1 = product1 & low;
            word2 = (product0 >>> 32) ^ word3 ^ Vector256.Create((ulong)key1);
            word3 = product0 & low;
            key0 += Weyl0;
            key1 += Weyl1;
        }

        var first = word0 | (word1 << 32);
        var second = word2 | (word3 << 32);
        Avx2.UnpackLow(first, second).CopyTo(target);
        Avx2.UnpackHigh(first, second).CopyTo(target[Vector256<ulong>.Count..]);
    }
}
