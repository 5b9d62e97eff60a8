namespace Functional.Networks;

using System;
using System.Linq;
using Functional.Numerics;
using Functional.Numerics.Elementwise.Operations;
using Functional.Numerics.Randomness;
using Functional.Numerics.Sums;
using LanguageExt;

/// <summary>A plane through the space of all parameters of a network: its points are <c>origin + x·first + y·second</c>.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed record ParameterPlane<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>A smaller eigenvalue than this share of the largest one is rounding.</summary>
    private const double PrincipalFloor = 1e-12;

    /// <summary>A plane through a point along two directions.</summary>
    /// <param name="origin">The parameters at (0, 0).</param>
    /// <param name="first">What one step to the right adds, in the parameters' shape.</param>
    /// <param name="second">What one step upwards adds, in the parameters' shape.</param>
    /// <exception cref="ArgumentException">Names or shapes differ.</exception>
    public ParameterPlane(Parameters<T> origin, Parameters<T> first, Parameters<T> second)
    {
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        origin.RequireSameShape(first);
        origin.RequireSameShape(second);
        (Origin, First, Second) = (origin, first, second);
    }

    /// <summary>The parameters at (0, 0).</summary>
    public Parameters<T> Origin { get; }

    /// <summary>What one step to the right adds.</summary>
    public Parameters<T> First { get; }

    /// <summary>What one step upwards adds.</summary>
    public Parameters<T> Second { get; }

    /// <summary>
    /// The plane through a network's parameters along two random directions that are normalised by filters: normal numbers, of which those that
    /// belong to one unit's weights are scaled to the length of these weights. So one step is as long as the weights are, whatever their scale.
    /// </summary>
    /// <remarks>
    /// H. Li, Z. Xu, G. Taylor, C. Studer, T. Goldstein: Visualizing the loss landscape of neural nets, 2018, section 4. As there, biases and
    /// scales stay as they are. A unit's weights are a row of its matrix; lengths are taken in double precision.
    /// </remarks>
    /// <param name="origin">The network's parameters.</param>
    /// <param name="key">What the directions are drawn from.</param>
    public static ParameterPlane<T> Random(Parameters<T> origin, RandomKey key) =>
        new(origin, Direction(Given.NotNull(origin), key.For("first direction")), Direction(origin, key.For("second direction")));

    /// <summary>
    /// The plane in which a path through parameter space is spread the most: through its last point, along the first two principal directions of
    /// all differences to that point. Both directions have length 1 and are orthogonal, up to rounding.
    /// </summary>
    /// <remarks>
    /// H. Li et al. 2018, section 7.2. The directions are M·v/√λ for the two largest eigenvalues λ of the Gram matrix MᵀM of the differences, found by
    /// Jacobi's rotations; each points so that the entry of v of the largest magnitude is positive. Where the path lies on a line or does not move, what
    /// is missing is a direction of zeros.
    /// </remarks>
    /// <param name="path">The points, at least 1, in order; all of the same names and shapes. A hundred take as much memory as a hundred networks.</param>
    /// <exception cref="ArgumentException">There is no point, or names or shapes differ.</exception>
    public static ParameterPlane<T> Principal(Seq<Parameters<T>> path)
    {
        Given.NoNulls(path);
        if (path.IsEmpty)
        {
            throw new ArgumentException("The path has no points; there must be at least one.", nameof(path));
        }

        var last = path[path.Count - 1];
        double[][] differences = [.. path.Map(point => Norms.Doubles(point.Zip(default(Subtract<T>), last, Execution.Sequential).Unroll().Numbers))];
        var gram = new double[differences.Length, differences.Length];
        for (var i = 0; i < differences.Length; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                gram[i, j] = gram[j, i] = InnerProduct.Of<double>(differences[i], differences[j]);
            }
        }

        var (values, vectors) = SymmetricEigenvectors.Of(gram);
        return new(last, Along(0), Along(1));

        Parameters<T> Along(int place)
        {
            if (place >= values.Length || !(values[place] > values[0] * PrincipalFloor))
            {
                return last.Zeros();
            }

            var length = Math.Sqrt(values[place]);
            var sums = new double[last.Count];
            for (var i = 0; i < differences.Length; i++)
            {
                for (var k = 0; k < sums.Length; k++)
                {
                    sums[k] = Math.FusedMultiplyAdd(vectors[place][i], differences[i][k], sums[k]);
                }
            }

            return last.Roll(Dense.Vector<T>([.. sums.Select(sum => T.CreateTruncating(sum / length))]));
        }
    }

    /// <summary>The parameters at a point, by <c>fma(y, second, fma(x, first, origin))</c>.</summary>
    /// <param name="point">The point; x and y are rounded to the element first.</param>
    public Parameters<T> this[PlanePoint point]
    {
        get
        {
            var (x, y) = (T.CreateTruncating(point.X), T.CreateTruncating(point.Y));
            var place = 0;
            return Origin.Map((_, values) =>
            {
                var sums = values.Numbers.ToArray();
                var first = First.Entries[place].Values.Numbers;
                var second = Second.Entries[place].Values.Numbers;
                place++;
                for (var i = 0; i < sums.Length; i++)
                {
                    sums[i] = T.FusedMultiplyAdd(y, second[i], T.FusedMultiplyAdd(x, first[i], sums[i]));
                }

                return Dense.Matrix(values.RowCount, values.ColumnCount, sums);
            });
        }
    }

    /// <summary>The point of the plane that is nearest to some parameters: the least squares solution, in double precision.</summary>
    /// <remarks>A direction of zeros has coordinate 0; where both directions are along one line, the second has.</remarks>
    /// <param name="parameters">Parameters of the same names and shapes.</param>
    /// <exception cref="ArgumentException">Names or shapes differ.</exception>
    public PlanePoint Project(Parameters<T> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        parameters.RequireSameShape(Origin);
        var difference = parameters.Zip(default(Subtract<T>), Origin, Execution.Sequential);
        var (a, b, c) = (Inner(First, First), Inner(First, Second), Inner(Second, Second));
        var (p, q) = (Inner(First, difference), Inner(Second, difference));
        var determinant = (a * c) - (b * b);
        return determinant > PrincipalFloor * a * c
            ? new(((p * c) - (q * b)) / determinant, ((q * a) - (p * b)) / determinant)
            : new(a > 0 ? p / a : 0, a > 0 || !(c > 0) ? 0 : q / c);
    }

    private static double Inner(Parameters<T> left, Parameters<T> right) =>
        InnerProduct.Of<double>(Norms.Doubles(left.Unroll().Numbers), Norms.Doubles(right.Unroll().Numbers));

    private static Parameters<T> Direction(Parameters<T> origin, RandomKey key)
    {
        var place = 0;
        return origin.Map((entry, values) =>
        {
            var own = key.At(place++);
            var numbers = new T[entry.Count];
            if (entry.Role != ParameterRole.Weights)
            {
                return Dense.Matrix(values.RowCount, values.ColumnCount, numbers);
            }

            var weights = Norms.Doubles(values.Numbers);
            for (var row = 0; row < values.RowCount; row++)
            {
                double[] drawn = [.. Enumerable.Range(0, values.ColumnCount).Select(column => own.Normal(((long)column * values.RowCount) + row))];
                double[] filter = [.. Enumerable.Range(0, values.ColumnCount).Select(column => weights[(column * values.RowCount) + row])];
                var scale = Math.Sqrt(GrainSum.OfSquares<double>(filter)) / Math.Sqrt(GrainSum.OfSquares<double>(drawn));
                for (var column = 0; column < drawn.Length; column++)
                {
                    numbers[(column * values.RowCount) + row] = T.CreateTruncating(scale * drawn[column]);
                }
            }

            return Dense.Matrix(values.RowCount, values.ColumnCount, numbers);
        });
    }
}
