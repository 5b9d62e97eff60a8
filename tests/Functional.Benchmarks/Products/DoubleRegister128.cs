namespace Functional.Benchmarks.Products;

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

/// <summary>A register of 128 bits with numbers of type double.</summary>
internal readonly struct DoubleRegister128(Vector128<double> value) : IRegister<DoubleRegister128>
{
    private readonly Vector128<double> value = value;

    /// <inheritdoc/>
    public static int Count => Vector128<double>.Count;

    /// <inheritdoc/>
    public double First => value.ToScalar();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleRegister128 Filled(double value) => new(Vector128.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleRegister128 FusedMultiplyAdd(DoubleRegister128 left, DoubleRegister128 right, DoubleRegister128 sum) =>
        new(Vector128.FusedMultiplyAdd(left.value, right.value, sum.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleRegister128 operator +(DoubleRegister128 left, DoubleRegister128 right) => new(left.value + right.value);
}
