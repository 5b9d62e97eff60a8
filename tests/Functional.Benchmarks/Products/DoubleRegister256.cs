namespace Functional.Benchmarks.Products;

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

/// <summary>A register of 256 bits with numbers of type double.</summary>
internal readonly struct DoubleRegister256(Vector256<double> value) : IRegister<DoubleRegister256>
{
    private readonly Vector256<double> value = value;

    /// <inheritdoc/>
    public static int Count => Vector256<double>.Count;

    /// <inheritdoc/>
    public double First => value.ToScalar();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleRegister256 Filled(double value) => new(Vector256.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleRegister256 FusedMultiplyAdd(DoubleRegister256 left, DoubleRegister256 right, DoubleRegister256 sum) =>
        new(Vector256.FusedMultiplyAdd(left.value, right.value, sum.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleRegister256 operator +(DoubleRegister256 left, DoubleRegister256 right) => new(left.value + right.value);
}
