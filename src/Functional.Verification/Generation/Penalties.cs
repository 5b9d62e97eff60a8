namespace Functional.Verification;

using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Functional.Networks;
using LanguageExt;

/// <summary>Generates penalties.</summary>
internal static class Penalties
{
    public static Seq<Kind<Penalty>> Kinds { get; } = Prelude.Seq<Kind<Penalty>>(
        new(typeof(L1), 1, Numbers.Hundredths(1, 100).Select(Penalty (strength) => new L1(strength))),
        new(typeof(L2), 1, Numbers.Hundredths(1, 100).Select(Penalty (strength) => new L2(strength))));

    public static Arbitrary<Penalty> Arbitrary { get; } = Arb.From(Kind<Penalty>.AnyOf(Kinds), Shrink);

    /// <summary>None twice as often as one, seldom two.</summary>
    public static Gen<Seq<Penalty>> Some { get; } = Gen.Frequency((6, Gen.Constant(0)), (3, Gen.Constant(1)), (1, Gen.Constant(2)))
        .SelectMany(count => Arbitrary.Generator.ArrayOf(count))
        .Select(penalties => penalties.ToSeq().Strict());

    /// <summary>With one of them left out.</summary>
    public static IEnumerable<Seq<Penalty>> ShrinkAll(Seq<Penalty> penalties) =>
        Enumerable.Range(0, penalties.Count).Select(left => penalties.Where((_, place) => place != left).ToSeq().Strict());

    private static IEnumerable<Penalty> Shrink(Penalty penalty) => Math.Abs(penalty.Strength - 1) < double.Epsilon
        ? []
        : [penalty is L1 ? new L1(1) : new L2(1)];
}
