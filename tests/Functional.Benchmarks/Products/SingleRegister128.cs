namespace Functional.Benchmarks.Products;

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

/// <summary>A register of 128 bits with numbers of type float.</summary>
internal readonly struct SingleRegister128(Vector128<float> value) : IRegister<SingleRegister128>
{
    private readonly Vector128<float> value = value;

    /// <inheritdoc/>
    public static int Count => Vector128<float>.Count;

    /// <inheritdoc/>
    public double First => value.ToScalar();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleRegister128 Filled(double value) => new(Vector128.Create((float)value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleRegister128 FusedMultiplyAdd(SingleRegister128 left, SingleRegister128 right, SingleRegister128 sum) =>
        new(Vector128.FusedMultiplyAdd(left.value, right.value, sum.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleRegister128 operator +(SingleRegister128 left, SingleRegister128 right) => new(left.value + right.value);
}
