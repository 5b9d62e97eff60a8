namespace Functional.Numerics.Lanes;

using System.Numerics;

/// <summary>
/// A register that holds <see cref="Count"/> numbers and computes on all of them at once, every one by itself.
/// </summary>
/// <remarks>
/// A formula written once against this interface runs at every vector width and as plain scalar code. It uses only
/// IEEE 754 operations that round correctly (add, subtract, multiply, divide, square root, fused multiply-add),
/// comparisons and bit moves, so a lane's bits depend on that lane's input alone: not on the width, not on the neighbours.
/// No operation here may be an estimate and none may combine lanes, but for <see cref="AnySet"/>, which is for leaving out work that no lane needs.
/// </remarks>
/// <typeparam name="TSelf">The implementing register.</typeparam>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
public interface ILanes<TSelf, T>
    where TSelf : struct, ILanes<TSelf, T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>How many numbers the register holds.</summary>
    static abstract int Count { get; }

    /// <summary>All lanes +0.</summary>
    static abstract TSelf Zero { get; }

    /// <summary>All lanes equal to <paramref name="value"/>.</summary>
    static abstract TSelf Broadcast(T value);

    /// <summary>All lanes equal to <paramref name="value"/> rounded to the element type: for the constants of a formula.</summary>
    static abstract TSelf Constant(double value);

    /// <summary>All lanes with these bits; the low 32 of them where the element is single precision.</summary>
    static abstract TSelf ConstantBits(long bits);

    /// <summary>Reads <see cref="Count"/> consecutive numbers, the first one at <paramref name="offset"/> elements from <paramref name="source"/>.</summary>
    static abstract TSelf Load(ref readonly T source, nuint offset);

    /// <summary>Writes the lanes to <see cref="Count"/> consecutive places, the first one at <paramref name="offset"/> elements from <paramref name="destination"/>.</summary>
    static abstract void Store(TSelf value, ref T destination, nuint offset);

    /// <summary>Sum, rounded to nearest even.</summary>
    static abstract TSelf operator +(TSelf left, TSelf right);

    /// <summary>Difference, rounded to nearest even.</summary>
    static abstract TSelf operator -(TSelf left, TSelf right);

    /// <summary>Sign flipped, of zeros and NaN too.</summary>
    static abstract TSelf operator -(TSelf value);

    /// <summary>Product, rounded to nearest even.</summary>
    static abstract TSelf operator *(TSelf left, TSelf right);

    /// <summary>Quotient, rounded to nearest even.</summary>
    static abstract TSelf operator /(TSelf left, TSelf right);

    /// <summary><c>left · right + addend</c> with a single rounding.</summary>
    static abstract TSelf FusedMultiplyAdd(TSelf left, TSelf right, TSelf addend);

    /// <summary><see cref="FusedMultiplyAdd"/> onto a sum: <c>sum ← left · right + sum</c>, in the register that the sum is in.</summary>
    static abstract void Accumulate(ref TSelf sum, TSelf left, TSelf right);

    /// <summary>Square root, rounded to nearest even.</summary>
    static abstract TSelf Sqrt(TSelf value);

    /// <summary>Sign bit cleared.</summary>
    static abstract TSelf Abs(TSelf value);

    /// <summary>A mask: all bits set where <c>left &lt; right</c>, none elsewhere (NaN compares false).</summary>
    static abstract TSelf LessThan(TSelf left, TSelf right);

    /// <summary>A mask: all bits set where <c>left ≤ right</c>, none elsewhere (NaN compares false).</summary>
    static abstract TSelf LessThanOrEqual(TSelf left, TSelf right);

    /// <summary>A mask: all bits set where the numbers are equal (+0 equals −0, NaN equals nothing).</summary>
    static abstract TSelf EqualTo(TSelf left, TSelf right);

    /// <summary>Lane by lane <paramref name="whenSet"/> where the mask is set, otherwise <paramref name="whenClear"/>.</summary>
    /// <param name="mask">A mask made by a comparison here, or by combining such masks bit by bit.</param>
    /// <param name="whenSet">Taken where the mask's bits are all set.</param>
    /// <param name="whenClear">Taken where the mask's bits are all clear.</param>
    static abstract TSelf Select(TSelf mask, TSelf whenSet, TSelf whenClear);

    /// <summary>Whether any lane of a mask is set: for leaving out what no lane needs, never for what changes a value.</summary>
    /// <param name="mask">A mask made by a comparison here, or by combining such masks bit by bit.</param>
    static abstract bool AnySet(TSelf mask);

    /// <summary>Bitwise and.</summary>
    static abstract TSelf operator &(TSelf left, TSelf right);

    /// <summary>Bitwise or.</summary>
    static abstract TSelf operator |(TSelf left, TSelf right);

    /// <summary>Bitwise exclusive or.</summary>
    static abstract TSelf operator ^(TSelf left, TSelf right);

    /// <summary>The bits added as integers of the element's size, wrapping around.</summary>
    static abstract TSelf AddBits(TSelf left, TSelf right);

    /// <summary>The bits subtracted as integers of the element's size, wrapping around.</summary>
    static abstract TSelf SubtractBits(TSelf left, TSelf right);

    /// <summary>The bits shifted left as integers of the element's size.</summary>
    static abstract TSelf ShiftBitsLeft(TSelf value, int count);

    /// <summary>The bits shifted right as integers of the element's size, zeros moving in.</summary>
    static abstract TSelf ShiftBitsRight(TSelf value, int count);
}
