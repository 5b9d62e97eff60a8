namespace Functional.Numerics.Tests.Randomness;

/// <summary>What the streams of version 1 give for seed 42, written down when they were fixed.</summary>
internal static class KnownAnswers
{
    public static readonly uint[] Bits32 = [2632642643U, 2012563771U, 314527917U, 1463989207U, 4242219303U];
    public static readonly ulong[] Bits64 = [10954971055776832260UL, 14481986702494267967UL, 6526683383576497442UL];
    public const ulong Purpose = 17533285947180567336UL;
    public const ulong Index = 17632738429503135048UL;
    public const double Uniform = 0.6925548523062979;
    public const double Normal = 0.009882950328582645;
    public static readonly int[] Permutation = [4, 6, 0, 5, 1, 3, 7, 2];
}
