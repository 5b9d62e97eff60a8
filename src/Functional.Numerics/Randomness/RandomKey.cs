namespace Functional.Numerics.Randomness;

using System;
using System.Text;

/// <summary>
/// Names a stream of random numbers. Every draw is a pure function of the key and an index, so neither the order of drawing nor the
/// number of threads matters; keys for different purposes are derived, never shared.
/// </summary>
/// <remarks>
/// The generator is Philox4x32-10 (Salmon, Moraes, Dror, Shaw 2011) with this key. Its 128-bit counter is made of an index
/// (words 0 and 1), an attempt (word 2, for draws that may reject) and a domain (word 3) that keeps the kinds of draws apart.
/// </remarks>
/// <param name="Value">The 64 bits of the key.</param>
public readonly record struct RandomKey(ulong Value)
{
    /// <summary>The version of the streams: of the generator, its counters and the samplers made from it.</summary>
    public const int StreamVersion = 1;

    /// <summary>The octets of a purpose that are hashed without taking memory from the heap.</summary>
    private const int ShortPurpose = 256;

    private const uint Words32Domain = 0;
    private const uint Words64Domain = 1;
    private const uint PurposeDomain = 2;
    private const uint IndexDomain = 3;
    private const uint AttemptDomain = 4;

    /// <summary>The root key of a seed.</summary>
    /// <param name="seed">Any number.</param>
    public static RandomKey FromSeed(ulong seed) => new(seed);

    /// <summary>The key for a purpose, such as "initial weights"; different purposes give unrelated streams.</summary>
    /// <param name="purpose">A name that the program fixes; the letters matter, their case too.</param>
    public RandomKey For(string purpose)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        var hash = Fnv1a(purpose);
        return new(Pair(Block((long)hash, 0, PurposeDomain), first: true));
    }

    /// <summary>The key at an index, such as a layer's place or a step's number.</summary>
    /// <param name="index">Any number.</param>
    public RandomKey At(long index) => new(Pair(Block(index, 0, IndexDomain), first: true));

    /// <summary>The 32 random bits at an index.</summary>
    /// <param name="index">Any number.</param>
    public uint Bits32(long index)
    {
        var (word0, word1, word2, word3) = Block(index >> 2, 0, Words32Domain);
        return (index & 3) switch { 0 => word0, 1 => word1, 2 => word2, _ => word3 };
    }

    /// <summary>The 32 random bits at consecutive indices: <c>destination[i]</c> is <see cref="Bits32(long)"/> at <paramref name="from"/> + i.</summary>
    /// <param name="from">The first index.</param>
    /// <param name="destination">Takes the bits.</param>
    /// <param name="width">The vectors to use; they change no bit.</param>
    internal void Bits32(long from, Span<uint> destination, VectorWidth width = VectorWidth.Widest)
    {
        var done = Math.Min((int)(-from & 3), destination.Length);
        for (var i = 0; i < done; i++)
        {
            destination[i] = Bits32(from + i);
        }

        done += Philox.Words(Value, (from + done) >> 2, Words32Domain, destination[done..], width);
        for (; done < destination.Length; done++)
        {
            destination[done] = Bits32(from + done);
        }
    }

    /// <summary>The 64 random bits at an index; unrelated to <see cref="Bits32(long)"/>.</summary>
    /// <param name="index">Any number.</param>
    public ulong Bits64(long index) => Pair(Block(index >> 1, 0, Words64Domain), first: (index & 1) == 0);

    /// <summary>Two times 64 random bits for an attempt at an index: for samplers that reject and try again.</summary>
    internal (ulong First, ulong Second) Attempt(long index, uint attempt)
    {
        var block = Block(index, attempt, AttemptDomain);
        return (Pair(block, first: true), Pair(block, first: false));
    }

    private (uint Word0, uint Word1, uint Word2, uint Word3) Block(long index, uint attempt, uint domain) =>
        Philox.Block(Value, (uint)index, (uint)(index >> 32), attempt, domain);

    private static ulong Pair((uint Word0, uint Word1, uint Word2, uint Word3) block, bool first) => first
        ? block.Word0 | ((ulong)block.Word1 << 32)
        : block.Word2 | ((ulong)block.Word3 << 32);

    /// <summary>FNV-1a, 64 bits, over UTF-8 (G. Fowler, L. C. Noll, K.-P. Vo 1991).</summary>
    private static ulong Fnv1a(string text)
    {
        var hash = 14695981039346656037UL;
        Span<byte> room = stackalloc byte[ShortPurpose];
        var octets = Encoding.UTF8.GetMaxByteCount(text.Length) <= ShortPurpose ? room[..Encoding.UTF8.GetBytes(text, room)] : Encoding.UTF8.GetBytes(text);
        foreach (var octet in octets)
        {
            hash = (hash ^ octet) * 1099511628211UL;
        }

        return hash;
    }
}
