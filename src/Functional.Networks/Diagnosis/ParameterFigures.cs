namespace Functional.Networks;

using System;
using System.Linq;
using Functional.Numerics;
using Functional.Numerics.Sums;
using LanguageExt;

/// <summary>How the numbers of one parameter are distributed.</summary>
/// <param name="Name">The parameter's name, such as "0.weights".</param>
/// <param name="Mean">The mean.</param>
/// <param name="Deviation">The standard deviation, with the number of values as divisor.</param>
/// <param name="Histogram">How often values fall into bins between the smallest and the largest.</param>
public sealed record ParameterFigures(string Name, double Mean, double Deviation, Histogram Histogram)
{
    /// <summary>The figures of all parameters that have numbers, in their order.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="parameters">The parameters of a network, or anything in their shape: a gradient, an update.</param>
    /// <param name="bins">The number of bins of each histogram, at least 1.</param>
    /// <exception cref="ArgumentException">A number is not finite, or there are no bins.</exception>
    public static Seq<ParameterFigures> Of<T>(Parameters<T> parameters, int bins = 20)
        where T : struct, IFloatingPointIeee754<T> =>
        parameters.Entries.Where(entry => entry.Count > 0).Select(entry => Of(entry, bins)).ToSeq().Strict();

    private static ParameterFigures Of<T>(Parameter<T> parameter, int bins)
        where T : struct, IFloatingPointIeee754<T>
    {
        var numbers = Norms.Doubles(parameter.Values.Numbers);
        var mean = GrainSum.Of<double>(numbers) / numbers.Length;
        return new(parameter.Name, mean, Norms.RootMeanSquare<double>([.. numbers.Select(number => number - mean)]), Histogram.Of(parameter.Values, bins));
    }
}
