namespace Functional.Benchmarks.Products;

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

/// <summary>A register of 512 bits with numbers of type float.</summary>
internal readonly struct SingleRegister512(Vector512<float> value) : IRegister<SingleRegister512>
{
    private readonly Vector512<float> value = value;

    /// <inheritdoc/>
    public static int Count => Vector512<float>.Count;

    /// <inheritdoc/>
    public double First => value.ToScalar();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleRegister512 Filled(double value) => new(Vector512.Create((float)value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleRegister512 FusedMultiplyAdd(SingleRegister512 left, SingleRegister512 right, SingleRegister512 sum) =>
        new(Vector512.FusedMultiplyAdd(left.value, right.value, sum.value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleRegister512 operator +(SingleRegister512 left, SingleRegister512 right) => new(left.value + right.value);
}
