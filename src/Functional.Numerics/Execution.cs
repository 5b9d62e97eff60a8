namespace Functional.Numerics;

using System;

/// <summary>How to compute, never what: no member of this record can change a bit of a result.</summary>
public sealed record Execution
{
    /// <summary>One thread, the widest vectors that the processor has.</summary>
    public static Execution Sequential { get; } = new();

    /// <summary>As many threads as the process may use processors.</summary>
    public static Execution AllCores => new() { Threads = Environment.ProcessorCount };

    /// <summary>The number of threads that large products may be spread over, from 1 to 1024; more than the processor has is allowed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside that range.</exception>
    public int Threads
    {
        get;
        init => field = value is >= 1 and <= MaximumThreads
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"The number of threads must be from 1 to {MaximumThreads}.");
    } = 1;

    /// <summary>The vector registers to use. A width that the processor lacks is emulated: slow, with the same bits.</summary>
    public VectorWidth Width { get; init; } = VectorWidth.Widest;

    /// <summary>The width that kernels really use here: <see cref="Width"/>, or the processor's widest.</summary>
    public VectorWidth EffectiveWidth => Numerics.Lanes.Hardware.Resolve(Width);

    /// <summary>The largest accepted number of threads.</summary>
    public const int MaximumThreads = 1024;

    /// <summary>Multiply-adds from which on another thread pays. Tests set it lower, so that small work is spread, too.</summary>
    internal long WorkPerThread { get; init; } = 1 << 18;

    /// <summary>The samples that go through a network together, a multiple of four grains. Tests set it lower, so that small batches are cut, too.</summary>
    internal int ChunkSamples { get; init; } = 16 * Arithmetic.GrainSize;

    /// <summary>Numbers of a gradient from which on it pays to make new parameters of each part of it as soon as it is there. Tests set it lower, so that small networks are trained so, too.</summary>
    internal int SettledNumbers { get; init; } = 1 << 14;

    /// <summary>The numbers that a vector register of the effective width holds.</summary>
    internal int Lanes<T>() => Numerics.Lanes.Hardware.Lanes<T>(Width);
}
