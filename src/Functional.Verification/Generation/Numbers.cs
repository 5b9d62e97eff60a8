namespace Functional.Verification;

using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;

/// <summary>Generators of sizes and of short decimal numbers.</summary>
internal static class Numbers
{
    /// <summary>The largest <see cref="Width"/>.</summary>
    public const int LargestWidth = 20;

    /// <summary>A number of features or outputs from 1 to 20: often 1, often odd, mostly small.</summary>
    public static Gen<int> Width { get; } = Gen.Frequency(
        (6, Gen.Constant(1)),
        (7, Gen.Elements(3, 3, 5, 7)),
        (6, Gen.Choose(2, 6)),
        (1, Gen.Choose(7, LargestWidth)));

    /// <summary>A number of samples from 1 to 17: often 1, mostly small.</summary>
    public static Gen<int> Samples { get; } = Gen.Frequency(
        (2, Gen.Constant(1)),
        (4, Gen.Choose(2, 5)),
        (1, Gen.Choose(6, 17)));

    /// <summary>A number of parts from 1 to 6.</summary>
    public static Gen<int> Depth { get; } = Gen.Frequency(
        (1, Gen.Constant(1)),
        (6, Gen.Choose(2, 4)),
        (2, Gen.Choose(5, 6)));

    /// <summary>A number with two decimals.</summary>
    public static Gen<double> Hundredths(int from, int to) => Gen.Choose(from, to).Select(number => number / 100.0);

    /// <summary>Smaller numbers of things, of which there must be at least one: the smallest first.</summary>
    public static IEnumerable<int> Smaller(int number) => new[] { 1, number / 2, number - 1 }.Where(smaller => smaller >= 1 && smaller < number).Distinct();
}
