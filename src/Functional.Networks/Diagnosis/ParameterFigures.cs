namespace Functional.Networks;

using System;
using System.Linq;
using Functional.Numerics;
using Functional.Numerics.Sums;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;

/// <summary>How the numbers of one parameter are distributed.</summary>
/// <param name="Name">The parameter's name, such as "0.weights".</param>
/// <param name="Mean">The mean.</param>
/// <param name="Deviation">The standard deviation, with the number of values as divisor.</param>
/// <param name="Histogram">How often values fall into bins between the smallest and the largest.</param>
public sealed record ParameterFigures(string Name, double Mean, double Deviation, Histogram Histogram)
{
    /// <summary>The parameter's name, such as "0.weights".</summary>
    public string Name { get; init => field = Given.NotNull(value); } = Given.NotNull(Name);

    /// <summary>How often values fall into bins between the smallest and the largest.</summary>
    public Histogram Histogram { get; init => field = Given.NotNull(value); } = Given.NotNull(Histogram);

    /// <summary>The figures of all parameters that have numbers, in their order.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="parameters">The parameters of a network, or anything in their shape: a gradient, an update.</param>
    /// <param name="bins">The number of bins of each histogram, at least 1.</param>
    /// <exception cref="ArgumentException">A number is not finite, or there are no bins.</exception>
    public static Seq<ParameterFigures> Of<T>(Parameters<T> parameters, int bins = 20)
        where T : struct, IFloatingPointIeee754<T> =>
        Given.NotNull(parameters).Entries.Where(entry => entry.Count > 0).Select(entry => Of(entry.Name, entry.Values, bins)).ToSeq().Strict();

    /// <summary>The figures of any numbers, such as what a layer gave.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="name">What they are called.</param>
    /// <param name="values">At least one number, all finite.</param>
    /// <param name="bins">The number of bins of the histogram, at least 1.</param>
    /// <exception cref="ArgumentException">There are no numbers or no bins, or a number is not finite.</exception>
    public static ParameterFigures Of<T>(string name, Matrix<T> values, int bins = 20)
        where T : struct, IFloatingPointIeee754<T>
    {
        var histogram = Histogram.Of(values, bins);
        var numbers = Norms.Doubles(values.Numbers);
        var mean = GrainSum.Of<double>(numbers) / numbers.Length;
        return new(name, mean, Norms.RootMeanSquare<double>([.. numbers.Select(number => number - mean)]), histogram);
    }
}
