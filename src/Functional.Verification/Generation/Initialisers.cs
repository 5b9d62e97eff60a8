namespace Functional.Verification;

using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Functional.Networks;
using LanguageExt;

/// <summary>Generates initialisers.</summary>
internal static class Initialisers
{
    /// <summary>What all parameters at one number are wanted for is rare: they put many units at the same place, and often at a kink.</summary>
    public static Seq<Kind<Initialiser>> Kinds { get; } = Prelude.Seq(
        Always<GlorotUniform>(6, new()),
        Always<GlorotNormal>(4, new()),
        Always<HeUniform>(4, new()),
        Always<HeNormal>(4, new()),
        Always<LeCunNormal>(4, new()),
        new(typeof(Normal), 4, Numbers.Hundredths(1, 100).Select(Initialiser (deviation) => new Normal(deviation))),
        new(typeof(Uniform), 4, Numbers.Hundredths(1, 100).Select(Initialiser (range) => new Uniform(range))),
        new(typeof(Constant), 1, Numbers.Hundredths(-100, 100).Select(Initialiser (value) => new Constant(value))),
        Always<Zeros>(1, new()));

    public static Arbitrary<Initialiser> Arbitrary { get; } = Arb.From(Kind<Initialiser>.AnyOf(Kinds), Shrink);

    /// <summary>Of biases: nearly always random ones, so that units which get nothing but zeros stand beside their kink, not on it.</summary>
    public static Gen<Initialiser> Biases { get; } = Gen.Frequency(
        (10, Numbers.Hundredths(5, 100).Select(Initialiser (deviation) => new Normal(deviation))),
        (10, Numbers.Hundredths(5, 100).Select(Initialiser (range) => new Uniform(range))),
        (1, Arbitrary.Generator));

    public static IEnumerable<Initialiser> Shrink(Initialiser initialiser) =>
        new Initialiser[] { new GlorotUniform(), new Normal(1) }.TakeWhile(simpler => simpler != initialiser && initialiser is not GlorotUniform);

    /// <summary>A bias drawn from the standard normal distribution is the simplest.</summary>
    public static IEnumerable<Initialiser> ShrinkBias(Initialiser initialiser) =>
        new Initialiser[] { new Normal(1) }.TakeWhile(simpler => simpler != initialiser);

    private static Kind<Initialiser> Always<T>(int weight, T initialiser)
        where T : Initialiser => new(typeof(T), weight, Gen.Constant<Initialiser>(initialiser));
}
