namespace Functional.Numerics.Lanes;

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

/// <summary>The lanes of one 128-bit vector register.</summary>
internal struct Lanes128<T>(Vector128<T> value) : ILanes<Lanes128<T>, T>
    where T : struct, IFloatingPointIeee754<T>
{
    private Vector128<T> value = value;

    public static int Count => Vector128<T>.Count;

    public static Lanes128<T> Zero => new(Vector128<T>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Broadcast(T value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Constant(double value) => typeof(T) == typeof(float)
        ? new(Vector128.Create((float)value).As<float, T>())
        : new(Vector128.Create(value).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> ConstantBits(long bits) => typeof(T) == typeof(float)
        ? new(Vector128.Create((int)bits).As<int, T>())
        : new(Vector128.Create(bits).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Load(ref readonly T source, nuint offset) => new(Vector128.LoadUnsafe(in source, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes128<T> value, ref T destination, nuint offset) => value.value.StoreUnsafe(ref destination, offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator +(Lanes128<T> left, Lanes128<T> right) => new(left.value + right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator -(Lanes128<T> left, Lanes128<T> right) => new(left.value - right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator -(Lanes128<T> value) => value ^ Constant(-0.0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator *(Lanes128<T> left, Lanes128<T> right) => new(left.value * right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator /(Lanes128<T> left, Lanes128<T> right) => new(left.value / right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> FusedMultiplyAdd(Lanes128<T> left, Lanes128<T> right, Lanes128<T> addend) => typeof(T) == typeof(float)
        ? new(Vector128.FusedMultiplyAdd(left.value.AsSingle(), right.value.AsSingle(), addend.value.AsSingle()).As<float, T>())
        : new(Vector128.FusedMultiplyAdd(left.value.AsDouble(), right.value.AsDouble(), addend.value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Accumulate(ref Lanes128<T> sum, Lanes128<T> left, Lanes128<T> right)
    {
        // Assigned to the field itself: by way of another register the compiler would add a move to every multiply-add.
        if (typeof(T) == typeof(float))
        {
            sum.value = Vector128.FusedMultiplyAdd(left.value.AsSingle(), right.value.AsSingle(), sum.value.AsSingle()).As<float, T>();
        }
        else
        {
            sum.value = Vector128.FusedMultiplyAdd(left.value.AsDouble(), right.value.AsDouble(), sum.value.AsDouble()).As<double, T>();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Sqrt(Lanes128<T> value) => new(Vector128.Sqrt(value.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Abs(Lanes128<T> value) => new(Vector128.Abs(value.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> LessThan(Lanes128<T> left, Lanes128<T> right) => new(Vector128.LessThan(left.value, right.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> LessThanOrEqual(Lanes128<T> left, Lanes128<T> right) => new(Vector128.LessThanOrEqual(left.value, right.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> EqualTo(Lanes128<T> left, Lanes128<T> right) => new(Vector128.Equals(left.value, right.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Select(Lanes128<T> mask, Lanes128<T> whenSet, Lanes128<T> whenClear) =>
        new(Vector128.ConditionalSelect(mask.value, whenSet.value, whenClear.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnySet(Lanes128<T> mask) => mask.value.AsInt64() != Vector128<long>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator &(Lanes128<T> left, Lanes128<T> right) => new(left.value & right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator |(Lanes128<T> left, Lanes128<T> right) => new(left.value | right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator ^(Lanes128<T> left, Lanes128<T> right) => new(left.value ^ right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> AddBits(Lanes128<T> left, Lanes128<T> right) => typeof(T) == typeof(float)
        ? new((left.value.AsInt32() + right.value.AsInt32()).As<int, T>())
        : new((left.value.AsInt64() + right.value.AsInt64()).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> SubtractBits(Lanes128<T> left, Lanes128<T> right) => typeof(T) == typeof(float)
        ? new((left.value.AsInt32() - right.value.AsInt32()).As<int, T>())
        : new((left.value.AsInt64() - right.value.AsInt64()).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> ShiftBitsLeft(Lanes128<T> value, int count) => typeof(T) == typeof(float)
        ? new((value.value.AsInt32() << count).As<int, T>())
        : new((value.value.AsInt64() << count).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> ShiftBitsRight(Lanes128<T> value, int count) => typeof(T) == typeof(float)
        ? new((value.value.AsInt32() >>> count).As<int, T>())
        : new((value.value.AsInt64() >>> count).As<long, T>());
}
