namespace Functional.Numerics.Tests.Elementary;

using System;
using System.Collections.Generic;

/// <summary>Arguments at which functions are measured: always the same ones.</summary>
internal static class Arguments
{
    /// <summary>Zeros, ones, infinities, NaN of both signs with and without payload, and the edges of the formats, in single precision.</summary>
    public static IReadOnlyList<float> SpecialSingles { get; } =
    [
        0.0f, -0.0f, 1.0f, -1.0f, float.PositiveInfinity, float.NegativeInfinity, float.NaN, -float.NaN, float.MaxValue, float.MinValue,
        float.Epsilon, -float.Epsilon, 1.17549435e-38f, -1.17549435e-38f, 1.1754942e-38f, -1.1754942e-38f,
        BitConverter.Int32BitsToSingle(0x7FC12345), BitConverter.Int32BitsToSingle(unchecked((int)0xFFC54321)),
    ];

    /// <summary>The same in double precision.</summary>
    public static IReadOnlyList<double> SpecialDoubles { get; } =
    [
        0.0, -0.0, 1.0, -1.0, double.PositiveInfinity, double.NegativeInfinity, double.NaN, -double.NaN, double.MaxValue, double.MinValue,
        double.Epsilon, -double.Epsilon, 2.2250738585072014e-308, -2.2250738585072014e-308, 2.225073858507201e-308, -2.225073858507201e-308,
        BitConverter.Int64BitsToDouble(0x7FF8123456789ABC), BitConverter.Int64BitsToDouble(unchecked((long)0xFFFCBA9876543210)),
    ];

    /// <summary>Random bit patterns, random numbers at several scales, and clusters of every density around the hard places.</summary>
    public static double[] Doubles(IReadOnlyList<double> hardPlaces, int count, int seed)
    {
        var random = new Random(seed);
        var result = new double[count];
        for (var i = 0; i < count; i++)
        {
            result[i] = random.Next(8) switch
            {
                0 => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)),
                1 or 2 => Near(hardPlaces[random.Next(hardPlaces.Count)]),
                3 => Near(random.Next(2) == 0 ? 1.0 : -1.0),
                4 => (random.NextDouble() * 1500.0) - 750.0,
                5 => (random.NextDouble() * 80.0) - 40.0,
                6 => Math.ScaleB(random.NextDouble() - 0.5, -random.Next(60)),
                _ => (random.NextDouble() * 6.0) - 3.0,
            };
        }

        return result;

        double Near(double place) => place * (random.Next(2) == 0 ? 1.0 : -1.0) * (1.0 + Math.ScaleB(random.NextDouble() - 0.5, -random.Next(52)));
    }

    /// <summary>Random bit patterns, moderate numbers, and the neighbourhoods of the hard places.</summary>
    public static float[] Singles(IReadOnlyList<double> hardPlaces, int count, int seed)
    {
        var random = new Random(seed);
        var result = new float[count];
        for (var i = 0; i < count; i++)
        {
            result[i] = random.Next(4) switch
            {
                0 => BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue)),
                1 => Near((float)hardPlaces[random.Next(hardPlaces.Count)]),
                2 => (random.NextSingle() * 200.0f) - 110.0f,
                _ => (random.NextSingle() * 6.0f) - 3.0f,
            };
        }

        return result;

        float Near(float place) => BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(place) + random.Next(-500, 500));
    }
}
