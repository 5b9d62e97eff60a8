namespace Functional.Numerics.Elementary;

using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Functional.Numerics.Lanes;

/// <summary>The parts that sine and cosine are put together from: <c>x = k π/2 + r</c> with r in two numbers, and both functions of r.</summary>
/// <remarks>
/// <para>Up to <see cref="Limit"/> Cody and Waite (1980): k is the integer nearest to x · 2/π; π/2 is held in three numbers, the first
/// difference is exact, the second is kept with what its rounding loses. Beyond it see <see cref="HugeAngle"/>.</para>
/// <para>With z = r²: <c>sin r = r + r z S(z)</c>, <c>cos r = 1 − z/2 + z² C(z)</c>; S and C are polynomials that interpolate at Chebyshev's
/// points, with a relative error below 2⁻²⁸ in single and 2⁻⁵⁷ in double precision.</para>
/// </remarks>
internal static class Trigonometry<T, TLanes>
    where T : struct, IFloatingPointIeee754<T>
    where TLanes : struct, ILanes<TLanes, T>
{
    private const int MostLanes = 16;

    /// <summary>Up to where k is found by one product.</summary>
    private static double Limit
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(float) ? 65536.0 : 4294967296.0;
    }

    /// <summary>A number so large that the last place of a sum with it is 1.</summary>
    private static double Shifter
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(float) ? 12582912.0 : 6755399441055744.0;
    }

    /// <summary>r and k of an angle that is not negative; k in the two lowest bits of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Reduced(TLanes angle, out TLanes low, out TLanes quadrant)
    {
        var single = typeof(T) == typeof(float);
        var shifter = TLanes.Constant(Shifter);
        quadrant = TLanes.FusedMultiplyAdd(angle, TLanes.Constant(0.6366197723675814), shifter);
        var whole = quadrant - shifter;
        var head = TLanes.FusedMultiplyAdd(whole, TLanes.Constant(-1.5707963267948966), angle);

        // head − k · (second part), in two numbers (Knuth 1969), less k · (third part).
        var second = TLanes.Constant(single ? 4.371139e-08 : -6.123233995736766e-17);
        var product = whole * second;
        var productLow = TLanes.FusedMultiplyAdd(whole, second, -product);
        var r = head + product;
        var added = r - head;
        var lost = (head - (r - added)) + (product - added);
        low = lost + TLanes.FusedMultiplyAdd(whole, TLanes.Constant(single ? 1.7151245e-15 : 1.4973849048591698e-33), productLow);

        var huge = TLanes.LessThan(TLanes.Constant(Limit), angle);
        return TLanes.AnySet(huge) ? Beyond(angle, huge, r, ref low, ref quadrant) : r;
    }

    /// <summary>All bits set in lanes where k is odd.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes IsOdd(TLanes quadrant) => TLanes.SubtractBits(TLanes.Zero, quadrant & TLanes.ConstantBits(1));

    /// <summary>The sign bit set in lanes where the second lowest bit of k is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Sign(TLanes quadrant) => TLanes.ShiftBitsLeft(quadrant, typeof(T) == typeof(float) ? 30 : 62) & TLanes.Constant(-0.0);

    /// <summary>sin(r + low).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Sine(TLanes r, TLanes low)
    {
        var z = r * r;
        TLanes s;
        if (typeof(T) == typeof(float))
        {
            s = TLanes.Constant(3.3381223e-06);
            s = TLanes.FusedMultiplyAdd(s, z, TLanes.Constant(-0.00019898904));
            s = TLanes.FusedMultiplyAdd(s, z, TLanes.Constant(0.008333473));
            s = TLanes.FusedMultiplyAdd(s, z, TLanes.Constant(-0.16666667));
        }
        else
        {
            s = TLanes.Constant(-4.836104012069369e-13);
            s = TLanes.FusedMultiplyAdd(s, z, TLanes.Constant(1.6005717421935217e-10));
            s = TLanes.FusedMultiplyAdd(s, z, TLanes.Constant(-2.5051725937510757e-08));
            s = TLanes.FusedMultiplyAdd(s, z, TLanes.Constant(2.7557317957159236e-06));
            s = TLanes.FusedMultiplyAdd(s, z, TLanes.Constant(-0.00019841269839371433));
            s = TLanes.FusedMultiplyAdd(s, z, TLanes.Constant(0.008333333333332292));
            s = TLanes.FusedMultiplyAdd(s, z, TLanes.Constant(-0.16666666666666666));
        }

        // cos r = 1 − z/2 nearly is what low is multiplied by.
        var rest = TLanes.FusedMultiplyAdd(low * z, TLanes.Constant(-0.5), low);
        return r + TLanes.FusedMultiplyAdd(r * z, s, rest);
    }

    /// <summary>cos(r + low).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Cosine(TLanes r, TLanes low)
    {
        var z = r * r;
        TLanes c;
        if (typeof(T) == typeof(float))
        {
            c = TLanes.Constant(-2.7291384e-07);
            c = TLanes.FusedMultiplyAdd(c, z, TLanes.Constant(2.4800525e-05));
            c = TLanes.FusedMultiplyAdd(c, z, TLanes.Constant(-0.0013888888));
            c = TLanes.FusedMultiplyAdd(c, z, TLanes.Constant(0.041666668));
        }
        else
        {
            c = TLanes.Constant(-1.1379338585298136e-11);
            c = TLanes.FusedMultiplyAdd(c, z, TLanes.Constant(2.0876099692314926e-09));
            c = TLanes.FusedMultiplyAdd(c, z, TLanes.Constant(-2.755731704403567e-07));
            c = TLanes.FusedMultiplyAdd(c, z, TLanes.Constant(2.4801587298318395e-05));
            c = TLanes.FusedMultiplyAdd(c, z, TLanes.Constant(-0.0013888888888887096));
            c = TLanes.FusedMultiplyAdd(c, z, TLanes.Constant(0.041666666666666664));
        }

        var one = TLanes.Constant(1.0);
        var half = TLanes.Constant(0.5) * z;
        var near = one - half;
        var lost = (one - near) - half;
        return near + (lost + TLanes.FusedMultiplyAdd(z * z, c, -(r * low)));
    }

    /// <summary>The lanes whose angle is huge, one by one; the others stay as they are.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TLanes Beyond(TLanes angle, TLanes huge, TLanes r, ref TLanes low, ref TLanes quadrant)
    {
        Span<double> room = stackalloc double[4 * MostLanes];
        var numbers = MemoryMarshal.Cast<double, T>(room);
        var angles = numbers[..MostLanes];
        var heads = numbers.Slice(MostLanes, MostLanes);
        var lows = numbers.Slice(2 * MostLanes, MostLanes);
        var quadrants = numbers.Slice(3 * MostLanes, MostLanes);
        TLanes.Store(angle, ref MemoryMarshal.GetReference(angles), 0);
        for (var lane = 0; lane < TLanes.Count; lane++)
        {
            var value = double.CreateTruncating(angles[lane]);
            if (value > Limit)
            {
                var turns = HugeAngle.Reduce(value, out var head, out var rest);
                heads[lane] = T.CreateTruncating(head);
                lows[lane] = typeof(T) == typeof(float) ? T.CreateTruncating((head - (float)head) + rest) : T.CreateTruncating(rest);
                quadrants[lane] = typeof(T) == typeof(float) ? Unsafe.BitCast<int, T>(turns) : Unsafe.BitCast<long, T>(turns);
            }
        }

        low = TLanes.Select(huge, TLanes.Load(in MemoryMarshal.GetReference(lows), 0), low);
        quadrant = TLanes.Select(huge, TLanes.Load(in MemoryMarshal.GetReference(quadrants), 0), quadrant);
        return TLanes.Select(huge, TLanes.Load(in MemoryMarshal.GetReference(heads), 0), r);
    }
}
