namespace Functional.Numerics;

/// <summary>The size of the vector registers that kernels use.</summary>
public enum VectorWidth
{
    /// <summary>The widest that the processor supports together with fused multiply-add.</summary>
    Widest = 0,

    /// <summary>No vectors: scalar instructions only.</summary>
    Scalar = 1,

    /// <summary>128 bits (SSE with FMA, NEON).</summary>
    Bits128 = 128,

    /// <summary>256 bits (AVX2 with FMA).</summary>
    Bits256 = 256,

    /// <summary>512 bits (AVX-512).</summary>
    Bits512 = 512,
}
