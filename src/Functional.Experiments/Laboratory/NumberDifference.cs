namespace Functional.Experiments;

using System;
using System.Globalization;
using System.Linq;
using LanguageExt;

/// <summary>Two numbers of a precision that are not the same, to the bit.</summary>
/// <param name="Precision">What the numbers are.</param>
/// <param name="One">The IEEE 754 bits of one number, the least significant one lowest; 32 in single precision.</param>
/// <param name="Other">Those of the other.</param>
public sealed record NumberDifference(Precision Precision, ulong One, ulong Other)
{
    private const int ShownBits = 8;

    /// <summary>The places of the bits that differ, 0 for the least significant one of the fraction; the highest one is the sign.</summary>
    public Seq<int> Bits => Enumerable.Range(0, Size).Where(place => (((One ^ Other) >> place) & 1) == 1).ToArray().ToSeq().Strict();

    /// <summary>
    /// How many representable numbers one is away from the other, 1 for neighbours; −0 and +0 are 1 apart here, since their bits differ. None where a number is NaN.
    /// </summary>
    public Option<ulong> Ulps => double.IsNaN(ValueOf(One)) || double.IsNaN(ValueOf(Other)) ? Option<ulong>.None : Distance(Ordered(One), Ordered(Other));

    /// <summary>Both numbers as the shortest decimals that stand for them, and their bits in hexadecimal digits.</summary>
    public string Numbers => $"{Text(One)} ({Digits(One)}) and {Text(Other)} ({Digits(Other)})";

    /// <summary>Which bits differ and how far the numbers are apart, in words.</summary>
    public string Distances
    {
        get
        {
            var bits = Bits;
            var which = bits.Count == 1 ? $"bit {bits[0]}" : bits.Count <= ShownBits ? $"bits {string.Join(", ", bits)}" : $"{bits.Count} bits from {bits[0]} to {bits[bits.Count - 1]}";
            return Ulps.Match(Some: ulps => string.Create(CultureInfo.InvariantCulture, $"{which}; {ulps:N0} ulp apart"), None: () => $"{which}; not a number");
        }
    }

    private int Size => Precision == Precision.Single ? 32 : 64;

    /// <summary>A number as the shortest decimal that stands for it.</summary>
    /// <param name="bits">Its bits.</param>
    public string Text(ulong bits) => Precision == Precision.Single
        ? BitConverter.UInt32BitsToSingle((uint)bits).ToString("R", CultureInfo.InvariantCulture)
        : BitConverter.UInt64BitsToDouble(bits).ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A number's bits in hexadecimal digits.</summary>
    /// <param name="bits">The bits.</param>
    public string Digits(ulong bits) => bits.ToString(Precision == Precision.Single ? "x8" : "x16", CultureInfo.InvariantCulture);

    private static ulong Distance(ulong one, ulong other) => one > other ? one - other : other - one;

    private double ValueOf(ulong bits) => Precision == Precision.Single ? BitConverter.UInt32BitsToSingle((uint)bits) : BitConverter.UInt64BitsToDouble(bits);

    /// <summary>A whole number for each number, in the same order, neighbours next to each other.</summary>
    private ulong Ordered(ulong bits)
    {
        var sign = 1UL << (Size - 1);
        return (bits & sign) == 0 ? bits + sign : sign - 1 - (bits & (sign - 1));
    }
}
