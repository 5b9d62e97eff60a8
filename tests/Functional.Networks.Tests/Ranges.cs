namespace Functional.Networks.Tests;

using System;
using System.Collections.Generic;
using Xunit;

/// <summary>The ranges of hyper-parameters: what lies on an edge is known to be inside or outside.</summary>
internal static class Ranges
{
    private const double Least = double.Epsilon;

    /// <summary>Finite numbers above 0.</summary>
    public static void Positive(string parameter, Func<double, object> make) =>
        Hold(parameter, make, [Least, 1, double.MaxValue], [0, -Least, double.NaN, double.PositiveInfinity]);

    /// <summary>Finite numbers that are not negative.</summary>
    public static void NotNegative(string parameter, Func<double, object> make) =>
        Hold(parameter, make, [0, Least, double.MaxValue], [-Least, double.NaN, double.PositiveInfinity]);

    /// <summary>Finite numbers.</summary>
    public static void Finite(string parameter, Func<double, object> make) =>
        Hold(parameter, make, [0, double.MaxValue, double.MinValue], [double.NaN, double.PositiveInfinity, double.NegativeInfinity]);

    /// <summary>From 0 to 1, 1 excluded.</summary>
    public static void Share(string parameter, Func<double, object> make) =>
        Hold(parameter, make, [0, double.BitDecrement(1)], [-Least, 1, double.NaN]);

    /// <summary>From 1 on.</summary>
    public static void Count(string parameter, Func<int, object> make) => Hold(parameter, make, [1, int.MaxValue], [0, int.MinValue]);

    /// <summary>What is accepted makes something, what is refused is told with the parameter's name.</summary>
    public static void Hold<TNumber>(string parameter, Func<TNumber, object> make, IEnumerable<TNumber> accepted, IEnumerable<TNumber> refused)
    {
        foreach (var number in accepted)
        {
            Assert.NotNull(make(number));
        }

        foreach (var number in refused)
        {
            Assert.Equal(parameter, Assert.Throws<ArgumentOutOfRangeException>(() => make(number)).ParamName);
        }
    }
}
