namespace Functional.Numerics.Lanes;

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

/// <summary>What this processor's vector units can do.</summary>
internal static class Hardware
{
    /// <summary>The widest registers for which add, multiply and fused multiply-add are single instructions.</summary>
    /// <remarks>
    /// <see cref="Vector512.IsHardwareAccelerated"/> is false on processors that lower their clock for wide registers although the
    /// instructions are there; <see cref="Avx512F.IsSupported"/> tells what exists.
    /// </remarks>
    public static VectorWidth Widest
    {
        get
        {
            if (Avx512F.IsSupported)
            {
                return VectorWidth.Bits512;
            }

            if (Avx2.IsSupported && Fma.IsSupported)
            {
                return VectorWidth.Bits256;
            }

            return Vector128.IsHardwareAccelerated && (Fma.IsSupported || AdvSimd.IsSupported)
                ? VectorWidth.Bits128
                : VectorWidth.Scalar;
        }
    }

    /// <summary>The width to use for the one that was asked for.</summary>
    public static VectorWidth Resolve(VectorWidth asked) => asked == VectorWidth.Widest ? Widest : asked;

    /// <summary>The numbers that a register of the width that was asked for holds.</summary>
    public static int Lanes<T>(VectorWidth asked) =>
        Resolve(asked) is var width && width == VectorWidth.Scalar ? 1 : (int)width / (8 * Unsafe.SizeOf<T>());
}
