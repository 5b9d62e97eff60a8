namespace Functional.Benchmarks.Products;

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

/// <summary>A register of 512 bits with numbers of type double.</summary>
internal readonly struct DoubleRegister512(Vector512<double> value) : IRegister<DoubleRegister512>
{
    private readonly Vector512<double> value = value;

    /// <inheritdoc/>
    public static int Count => Vector512<double>.Count;

    /// <inheritdoc/>
    public double First => value.ToScalar();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleRegister512 Filled(double value) => new(Vector512.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleRegister512 FusedMultiplyAdd(DoubleRegister512 left, DoubleRegister512 right, DoubleRegister512 sum) =>
        new(Vector512.FusedMultiplyAdd(left.value, right.value, sum.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleRegister512 operator +(DoubleRegister512 left, DoubleRegister512 right) => new(left.value + right.value);
}
