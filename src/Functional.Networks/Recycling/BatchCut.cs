namespace Functional.Networks;

using System;
using System.Runtime.CompilerServices;
using Functional.Numerics;
using Functional.Numerics.Products;

/// <summary>How a batch of some size is cut up. It changes no bit, only the time and the room that a step takes.</summary>
/// <param name="Samples">The batch's size.</param>
/// <param name="Threads">The number of threads.</param>
/// <param name="Groups">How many groups of chunks have room of their own: one for each thread, or one for all.</param>
/// <param name="Chunk">The samples of a chunk.</param>
internal sealed record BatchCut(int Samples, int Threads, int Groups, int Chunk)
{
    /// <summary>Bytes of a chunk's inputs that a thread should not exceed, so that they stay in the second-level cache.</summary>
    private const int ChunkBytes = 1 << 20;

    /// <summary>Numbers of a gradient up to which every thread may have some of its own.</summary>
    private const int SmallGradient = 1 << 20;

    /// <summary>How many chunks each thread should have at least, so that none waits long for the others.</summary>
    private const int ChunksPerThread = 4;

    /// <summary>Bytes of parameters up to which threads may take a few samples at a time: these few read all of them, from the second-level cache.</summary>
    private const int CachedBytes = 384 << 10;

    /// <summary>The samples that a thread takes at a time, in whole tiles.</summary>
    private const int FewSamples = 2 * Tile.Columns;

    /// <summary>The cut before the first batch.</summary>
    public static BatchCut None { get; } = new(-1, 0, 0, 1);

    /// <summary>The number of chunks.</summary>
    public int Chunks { get; } = (Samples + Chunk - 1) / Chunk;

    /// <summary>
    /// The samples of a chunk that a thread takes at a time, when it is through with those before: so nobody waits for a thread whose core is busy with something else. 0 where each
    /// has its share.
    /// </summary>
    public int Unit { get; private init; }

    /// <summary>Whether each thread has so many samples that keeping the weights in panels pays.</summary>
    public bool UsesPanels => Samples >= Threads * ProductKernel.ColumnsToPack;

    /// <summary>The samples that a group has room for.</summary>
    public int Room => Math.Min(Chunk, Samples);

    /// <summary>The cut for batches of a size.</summary>
    /// <typeparam name="T">The element.</typeparam>
    /// <param name="samples">The batch's size.</param>
    /// <param name="inputs">The number of features.</param>
    /// <param name="numbers">The numbers of a gradient.</param>
    /// <param name="isWhole">Whether the network needs the whole batch at a place.</param>
    /// <param name="execution">How many threads there may be, what is worth one, and how large a chunk may be.</param>
    public static BatchCut Of<T>(int samples, int inputs, int numbers, bool isWhole, Execution execution)
        where T : struct, IFloatingPointIeee754<T>
    {
        var threads = (int)Math.Clamp((long)numbers * samples * 2 / execution.WorkPerThread, 1, execution.Threads);
        if (isWhole)
        {
            return new(samples, threads, 1, samples);
        }

        if (samples <= execution.ChunkSamples || numbers > SmallGradient)
        {
            var takesFew = (long)numbers * Unsafe.SizeOf<T>() <= CachedBytes && Math.Min(samples, execution.ChunkSamples) > threads * FewSamples;
            return new(samples, threads, 1, execution.ChunkSamples) { Unit = threads > 1 && takesFew ? FewSamples : 0 };
        }

        var chunk = execution.ChunkSamples / 4;
        while (chunk > Arithmetic.GrainSize && (samples / chunk < ChunksPerThread * threads || (long)chunk * inputs * Unsafe.SizeOf<T>() > ChunkBytes))
        {
            chunk /= 2;
        }

        return new(samples, threads, threads, chunk);
    }
}
