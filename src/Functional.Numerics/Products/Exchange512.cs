namespace Functional.Numerics.Products;

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Functional.Numerics.Lanes;

/// <summary>Exchanges with registers of 512 bits; it needs AVX-512.</summary>
internal readonly struct Exchange512<T> : IExchange<T, Lanes512<T>>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Lanes512<T> First, Lanes512<T> Second, Lanes512<T> Third, Lanes512<T> Fourth) Four(ref T source, nint step)
    {
        if (typeof(T) == typeof(float))
        {
            // Rows that are a multiple of four apart share a register, so the same moves exchange all four quarters.
            ref var from = ref Unsafe.As<T, float>(ref source);
            var r0 = Quarters(ref from, 4 * step);
            var r1 = Quarters(ref Unsafe.Add(ref from, step), 4 * step);
            var r2 = Quarters(ref Unsafe.Add(ref from, 2 * step), 4 * step);
            var r3 = Quarters(ref Unsafe.Add(ref from, 3 * step), 4 * step);
            var t0 = Avx512F.UnpackLow(r0, r1).AsDouble();
            var t1 = Avx512F.UnpackHigh(r0, r1).AsDouble();
            var t2 = Avx512F.UnpackLow(r2, r3).AsDouble();
            var t3 = Avx512F.UnpackHigh(r2, r3).AsDouble();
            return (
                new(Avx512F.UnpackLow(t0, t2).As<double, T>()),
                new(Avx512F.UnpackHigh(t0, t2).As<double, T>()),
                new(Avx512F.UnpackLow(t1, t3).As<double, T>()),
                new(Avx512F.UnpackHigh(t1, t3).As<double, T>()));
        }
        else
        {
            ref var from = ref Unsafe.As<T, double>(ref source);
            var r0 = Halves(ref from, 4 * step);
            var r1 = Halves(ref Unsafe.Add(ref from, step), 4 * step);
            var r2 = Halves(ref Unsafe.Add(ref from, 2 * step), 4 * step);
            var r3 = Halves(ref Unsafe.Add(ref from, 3 * step), 4 * step);
            var t0 = Avx512F.UnpackLow(r0, r1);
            var t1 = Avx512F.UnpackHigh(r0, r1);
            var t2 = Avx512F.UnpackLow(r2, r3);
            var t3 = Avx512F.UnpackHigh(r2, r3);
            var low = Vector512.Create(0L, 1, 8, 9, 4, 5, 12, 13);
            var high = Vector512.Create(2L, 3, 10, 11, 6, 7, 14, 15);
            return (
                new(Avx512F.PermuteVar8x64x2(t0, low, t2).As<double, T>()),
                new(Avx512F.PermuteVar8x64x2(t1, low, t3).As<double, T>()),
                new(Avx512F.PermuteVar8x64x2(t0, high, t2).As<double, T>()),
                new(Avx512F.PermuteVar8x64x2(t1, high, t3).As<double, T>()));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Quarters(ref float source, nint apart) => Vector512.Create(
        Vector256.Create(Vector128.LoadUnsafe(ref source), Vector128.LoadUnsafe(ref Unsafe.Add(ref source, apart))),
        Vector256.Create(Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 2 * apart)), Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 3 * apart))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Halves(ref double source, nint apart) =>
        Vector512.Create(Vector256.LoadUnsafe(ref source), Vector256.LoadUnsafe(ref Unsafe.Add(ref source, apart)));
}
