namespace Functional.Benchmarks.Products;

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

/// <summary>A register of 256 bits with numbers of type float.</summary>
internal readonly struct SingleRegister256(Vector256<float> value) : IRegister<SingleRegister256>
{
    private readonly Vector256<float> value = value;

    /// <inheritdoc/>
    public static int Count => Vector256<float>.Count;

    /// <inheritdoc/>
    public double First => value.ToScalar();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleRegister256 Filled(double value) => new(Vector256.Create((float)value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleRegister256 FusedMultiplyAdd(SingleRegister256 left, SingleRegister256 right, SingleRegister256 sum) =>
        new(Vector256.FusedMultiplyAdd(left.value, right.value, sum.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleRegister256 operator +(SingleRegister256 left, SingleRegister256 right) => new(left.value + right.value);
}
