namespace Functional.Numerics.Randomness;

using System;

/// <summary>Philox4x32-10, a bijection of 128-bit counters for each 64-bit key whose outputs pass as random.</summary>
/// <remarks>J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw: Parallel random numbers: as easy as 1, 2, 3. SC '11, section 4.3 and table 2.</remarks>
internal static partial class Philox
{
    private const int Rounds = 10;
    private const uint Multiplier0 = 0xD2511F53;
    private const uint Multiplier1 = 0xCD9E8D57;

    /// <summary>The golden ratio and √3 − 1, in units of 2⁻³²: what the key grows by in each round.</summary>
    private const uint Weyl0 = 0x9E3779B9;
    private const uint Weyl1 = 0xBB67AE85;

    /// <summary>The four words at a counter under a key.</summary>
    public static (uint Word0, uint Word1, uint Word2, uint Word3) Block(ulong key, uint counter0, uint counter1, uint counter2, uint counter3)
    {
        uint key0 = (uint)key, key1 = (uint)(key >> 32);
        for (var round = 0; round < Rounds; round++)
        {
            var product0 = Math.BigMul(Multiplier0, counter0);
            var product1 = Math.BigMul(Multiplier1, counter2);
            counter0 = (uint)(product1 >> 32) ^ counter1 ^ key0;
            counter1 = (uint)product1;
            counter2 = (uint)(product0 >> 32) ^ counter3 ^ key1;
            counter3 = (uint)product0;
            key0 += Weyl0;
            key1 += Weyl1;
        }

        return (counter0, counter1, counter2, counter3);
    }
}
