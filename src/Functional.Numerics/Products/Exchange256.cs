namespace Functional.Numerics.Products;

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Functional.Numerics.Lanes;

/// <summary>Exchanges with registers of 256 bits; it needs AVX.</summary>
internal readonly struct Exchange256<T> : IExchange<T, Lanes256<T>>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Lanes256<T> First, Lanes256<T> Second, Lanes256<T> Third, Lanes256<T> Fourth) Four(ref T source, nint step)
    {
        if (typeof(T) == typeof(float))
        {
            // Rows four apart share a register, so the same moves exchange both halves.
            ref var from = ref Unsafe.As<T, float>(ref source);
            ref var half = ref Unsafe.Add(ref from, 4 * step);
            var r0 = Vector256.Create(Vector128.LoadUnsafe(ref from), Vector128.LoadUnsafe(ref half));
            var r1 = Vector256.Create(Vector128.LoadUnsafe(ref Unsafe.Add(ref from, step)), Vector128.LoadUnsafe(ref Unsafe.Add(ref half, step)));
            var r2 = Vector256.Create(Vector128.LoadUnsafe(ref Unsafe.Add(ref from, 2 * step)), Vector128.LoadUnsafe(ref Unsafe.Add(ref half, 2 * step)));
            var r3 = Vector256.Create(Vector128.LoadUnsafe(ref Unsafe.Add(ref from, 3 * step)), Vector128.LoadUnsafe(ref Unsafe.Add(ref half, 3 * step)));
            var t0 = Avx.UnpackLow(r0, r1).AsDouble();
            var t1 = Avx.UnpackHigh(r0, r1).AsDouble();
            var t2 = Avx.UnpackLow(r2, r3).AsDouble();
            var t3 = Avx.UnpackHigh(r2, r3).AsDouble();
            return (
                new(Avx.UnpackLow(t0, t2).As<double, T>()),
                new(Avx.UnpackHigh(t0, t2).As<double, T>()),
                new(Avx.UnpackLow(t1, t3).As<double, T>()),
                new(Avx.UnpackHigh(t1, t3).As<double, T>()));
        }
        else
        {
            ref var from = ref Unsafe.As<T, double>(ref source);
            var r0 = Vector256.LoadUnsafe(ref from);
            var r1 = Vector256.LoadUnsafe(ref Unsafe.Add(ref from, step));
            var r2 = Vector256.LoadUnsafe(ref Unsafe.Add(ref from, 2 * step));
            var r3 = Vector256.LoadUnsafe(ref Unsafe.Add(ref from, 3 * step));
            var t0 = Avx.UnpackLow(r0, r1);
            var t1 = Avx.UnpackHigh(r0, r1);
            var t2 = Avx.UnpackLow(r2, r3);
            var t3 = Avx.UnpackHigh(r2, r3);
            return (
                new(Avx.Permute2x128(t0, t2, 0x20).As<double, T>()),
                new(Avx.Permute2x128(t1, t3, 0x20).As<double, T>()),
                new(Avx.Permute2x128(t0, t2, 0x31).As<double, T>()),
                new(Avx.Permute2x128(t1, t3, 0x31).As<double, T>()));
        }
    }
}
