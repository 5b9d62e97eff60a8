namespace Functional.Benchmarks.Measuring;

using System.Collections.Generic;
using System.Linq;

/// <summary>The median and the quartiles of some numbers, interpolated between neighbours.</summary>
/// <param name="First">A quarter of the numbers is not above it.</param>
/// <param name="Median">Half of the numbers are not above it.</param>
/// <param name="Third">Three quarters of the numbers are not above it.</param>
internal sealed record Quartiles(double First, double Median, double Third)
{
    /// <summary>Those of at least one number.</summary>
    public static Quartiles Of(IEnumerable<double> numbers)
    {
        var ascending = numbers.Order().ToArray();
        return new(At(0.25), At(0.5), At(0.75));

        double At(double share)
        {
            var place = share * (ascending.Length - 1);
            var below = (int)place;
            var above = int.Min(below + 1, ascending.Length - 1);
            return double.Lerp(ascending[below], ascending[above], place - below);
        }
    }
}
