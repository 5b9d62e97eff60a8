namespace Functional.Numerics.Tests.Lanes;

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Functional.Numerics.Lanes;
using Xunit;

/// <summary>Every operation of every register, lane by lane, against the number's own.</summary>
public sealed class LanesTests
{
    [Fact]
    public void Scalars_compute_what_numbers_do()
    {
        Check<float, ScalarLanes<float>>(1);
        Check<double, ScalarLanes<double>>(1);
    }

    [Fact]
    public void Registers_of_128_bits_compute_what_numbers_do_in_every_lane()
    {
        Check<float, Lanes128<float>>(4);
        Check<double, Lanes128<double>>(2);
    }

    [Fact]
    public void Registers_of_256_bits_compute_what_numbers_do_in_every_lane()
    {
        Check<float, Lanes256<float>>(8);
        Check<double, Lanes256<double>>(4);
    }

    [Fact]
    public void Registers_of_512_bits_compute_what_numbers_do_in_every_lane()
    {
        Check<float, Lanes512<float>>(16);
        Check<double, Lanes512<double>>(8);
    }

    private static void Check<T, TLanes>(int count)
        where T : struct, IFloatingPointIeee754<T>
        where TLanes : struct, ILanes<TLanes, T>
    {
        var numbers = Numbers.Special<T>();
        Assert.Equal(count, TLanes.Count);
        Assert.Equal(0, BitsIn(TLanes.Zero, count - 1));
        Assert.Equal(BitsOf(T.CreateTruncating(0.1)), BitsIn(TLanes.Broadcast(T.CreateTruncating(0.1)), count - 1));
        Assert.Equal(BitsOf(T.CreateTruncating(0.1)), BitsIn(TLanes.Constant(0.1), count - 1));
        Assert.Equal(Cut<T>(0x12345678_9ABCDEF0), BitsIn(TLanes.ConstantBits(0x12345678_9ABCDEF0), count - 1));
        for (var i = 0; i < numbers.Length; i++)
        {
            for (var j = 0; j < numbers.Length; j++)
            {
                var (x, y, z) = (Filled(numbers, i, count), Filled(numbers, j, count), Filled(numbers, i + j, count));
                var (a, b, c) = (TLanes.Load(in x[1], 1), TLanes.Load(in y[1], 1), TLanes.Load(in z[1], 1));
                var sum = c;
                TLanes.Accumulate(ref sum, a, b);
                for (var lane = 0; lane < count; lane++)
                {
                    var (p, q, r) = (x[lane + 2], y[lane + 2], z[lane + 2]);
                    Same(p + q, a + b, lane);
                    Same(p - q, a - b, lane);
                    Same(p * q, a * b, lane);
                    Same(p / q, a / b, lane);
                    Same(T.FusedMultiplyAdd(p, q, r), TLanes.FusedMultiplyAdd(a, b, c), lane);
                    Same(T.FusedMultiplyAdd(p, q, r), sum, lane);
                    Same(T.Sqrt(p), TLanes.Sqrt(a), lane);
                    Same(T.Abs(p), TLanes.Abs(a), lane);
                    Assert.Equal(BitsOf(p) ^ BitsOf(T.NegativeZero), BitsIn(-a, lane));
                    Masks(p < q, TLanes.LessThan(a, b), lane);
                    Masks(p <= q, TLanes.LessThanOrEqual(a, b), lane);
                    Masks(p == q, TLanes.EqualTo(a, b), lane);
                    Same(p < q ? p : r, TLanes.Select(TLanes.LessThan(a, b), a, c), lane);
                    Assert.Equal(BitsOf(p) & BitsOf(q), BitsIn(a & b, lane));
                    Assert.Equal(BitsOf(p) | BitsOf(q), BitsIn(a | b, lane));
                    Assert.Equal(BitsOf(p) ^ BitsOf(q), BitsIn(a ^ b, lane));
                    Assert.Equal(Cut<T>(BitsOf(p) + BitsOf(q)), BitsIn(TLanes.AddBits(a, b), lane));
                    Assert.Equal(Cut<T>(BitsOf(p) - BitsOf(q)), BitsIn(TLanes.SubtractBits(a, b), lane));
                    Assert.Equal(Cut<T>(BitsOf(p) << 5), BitsIn(TLanes.ShiftBitsLeft(a, 5), lane));
                    Assert.Equal(BitsOf(p) >>> 5, BitsIn(TLanes.ShiftBitsRight(a, 5), lane));
                }
            }
        }

        // A single lane that is set is seen, wherever it stands.
        Assert.False(TLanes.AnySet(TLanes.LessThan(TLanes.Zero, TLanes.Zero)));
        for (var lane = 0; lane < count; lane++)
        {
            var one = new T[count];
            one[lane] = T.One;
            Assert.True(TLanes.AnySet(TLanes.LessThan(TLanes.Zero, TLanes.Load(in one[0], 0))));
        }

        // What is stored stands where it should, and nothing else does.
        var target = new T[count + 4];
        TLanes.Store(TLanes.Constant(1), ref target[1], 2);
        for (var i = 0; i < target.Length; i++)
        {
            Assert.Equal(i >= 3 && i < 3 + count ? T.One : T.Zero, target[i]);
        }

        static void Same(T expected, TLanes actual, int lane) => Assert.True(Numbers.AreSame(expected, Stored(actual)[lane]), $"{Stored(actual)[lane]:R} is not {expected:R}.");

        static void Masks(bool expected, TLanes actual, int lane) => Assert.Equal(Cut<T>(expected ? -1 : 0), BitsIn(actual, lane));

        static long BitsOf(T number) => Unsafe.SizeOf<T>() == 4 ? Unsafe.BitCast<T, uint>(number) : Unsafe.BitCast<T, long>(number);

        static long BitsIn(TLanes lanes, int lane) => BitsOf(Stored(lanes)[lane]);

        static T[] Stored(TLanes lanes)
        {
            var stored = new T[TLanes.Count];
            TLanes.Store(lanes, ref MemoryMarshal.GetArrayDataReference(stored), 0);
            return stored;
        }
    }

    private static long Cut<T>(long bits) => Unsafe.SizeOf<T>() == 4 ? (uint)bits : bits;

    /// <summary>Numbers in turn from one of them on, with two before the first lane.</summary>
    private static T[] Filled<T>(T[] numbers, int from, int count)
    {
        var filled = new T[count + 2];
        for (var i = 0; i < filled.Length; i++)
        {
            filled[i] = numbers[(from + (i * 3)) % numbers.Length];
        }

        return filled;
    }
}
