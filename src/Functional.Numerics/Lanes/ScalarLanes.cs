namespace Functional.Numerics.Lanes;

using System;
using System.Numerics;
using System.Runtime.CompilerServices;

/// <summary>One number computed by scalar instructions: the specification that every vector width is held to, and the tail of every vector loop.</summary>
internal readonly struct ScalarLanes<T>(T value) : ILanes<ScalarLanes<T>, T>
    where T : struct, IFloatingPointIeee754<T>
{
    private readonly T value = value;

    public static int Count => 1;

    public static ScalarLanes<T> Zero => new(T.Zero);

    public T Value => value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes<T> Broadcast(T value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes<T> Constant(double value) => typeof(T) == typeof(float)
        ? new(Unsafe.BitCast<float, T>((float)value))
        : new(Unsafe.BitCast<double, T>(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes<T> ConstantBits(long bits) => FromBits(bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes<T> Load(ref readonly T source, nuint offset) => new(Unsafe.Add(ref Unsafe.AsRef(in source), offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(ScalarLanes<T> value, ref T destination, nuint offset) => Unsafe.Add(ref destination, offset) = value.value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes<T> operator +(ScalarLanes<T> left, ScalarLanes<T> right) => new(left.value + right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes<T> operator -(ScalarLanes<T> left, ScalarLanes<T> right) => new(left.value - right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes<T> operator -(ScalarLanes<T> value) => value ^ Constant(-0.0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes<T> operator *(ScalarLanes<T> left, ScalarLanes<T> right) => new(left.value * right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes<T> operator /(ScalarLanes<T> left, ScalarLanes<T> right) => new(left.value / right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes<T> FusedMultiplyAdd(ScalarLanes<T> left, ScalarLanes<T> right, ScalarLanes<T> addend) => typeof(T) == typeof(float)
        ? new(Unsafe.BitCast<float, T>(MathF.FusedMultiplyAdd(left.AsSingle, right.AsSingle, addend.AsSingle)))
        : new(Unsafe.BitCast<double, T>(Math.FusedMultiplyAdd(left.AsDouble, right.AsDouble, addend.AsDouble)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(ref ScalarLanes<T> sum, ScalarLanes<T> left, ScalarLanes<T> right) => sum = FusedMultiplyAdd(left, right, sum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes<T> Sqrt(ScalarLanes<T> value) => new(T.Sqrt(value.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes<T> Abs(ScalarLanes<T> value) => new(T.Abs(value.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes<T> LessThan(ScalarLanes<T> left, ScalarLanes<T> right) => Mask(left.value < right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes<T> LessThanOrEqual(ScalarLanes<T> left, ScalarLanes<T> right) => Mask(left.value <= right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes<T> EqualTo(ScalarLanes<T> left, ScalarLanes<T> right) => Mask(left.value == right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes<T> Select(ScalarLanes<T> mask, ScalarLanes<T> whenSet, ScalarLanes<T> whenClear) =>
        mask.Bits != 0 ? whenSet : whenClear;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnySet(ScalarLanes<T> mask) => mask.Bits != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes<T> operator &(ScalarLanes<T> left, ScalarLanes<T> right) => FromBits(left.Bits & right.Bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes<T> operator |(ScalarLanes<T> left, ScalarLanes<T> right) => FromBits(left.Bits | right.Bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes<T> operator ^(ScalarLanes<T> left, ScalarLanes<T> right) => FromBits(left.Bits ^ right.Bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes<T> AddBits(ScalarLanes<T> left, ScalarLanes<T> right) => FromBits(left.Bits + right.Bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes<T> SubtractBits(ScalarLanes<T> left, ScalarLanes<T> right) => FromBits(left.Bits - right.Bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes<T> ShiftBitsLeft(ScalarLanes<T> value, int count) => FromBits(value.Bits << count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes<T> ShiftBitsRight(ScalarLanes<T> value, int count) => typeof(T) == typeof(float)
        ? FromBits((int)value.Bits >>> count)
        : FromBits(value.Bits >>> count);

    private float AsSingle
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Unsafe.BitCast<T, float>(value);
    }

    private double AsDouble
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Unsafe.BitCast<T, double>(value);
    }

    /// <summary>The bits as a signed integer, those of a single extended with its sign.</summary>
    private long Bits
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(float) ? Unsafe.BitCast<T, int>(value) : Unsafe.BitCast<T, long>(value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ScalarLanes<T> FromBits(long bits) => typeof(T) == typeof(float)
        ? new(Unsafe.BitCast<int, T>((int)bits))
        : new(Unsafe.BitCast<long, T>(bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ScalarLanes<T> Mask(bool set) => FromBits(set ? -1L : 0L);
}
