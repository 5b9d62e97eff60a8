namespace Functional.Networks;

using System;
using System.Linq;

/// <summary>The eigenvalues and eigenvectors of a small symmetric matrix, with portable bits.</summary>
/// <remarks>
/// C. G. J. Jacobi 1846: sweeps over all pairs (p, q) in ascending order, each turned until it is 0 (W. H. Press et al., Numerical Recipes, section 11.1);
/// additions, multiplications, divisions and square roots only.
/// </remarks>
internal static class SymmetricEigenvectors
{
    /// <summary>Jacobi's method converges quadratically; more than ten sweeps are not seen.</summary>
    private const int MostSweeps = 60;

    /// <summary>Finds all of them.</summary>
    /// <param name="matrix">A symmetric matrix of finite numbers.</param>
    /// <returns>The eigenvalues from the largest to the smallest, each with its eigenvector of length 1, whose first entry of the largest magnitude is positive.</returns>
    public static (double[] Values, double[][] Vectors) Of(double[,] matrix)
    {
        var size = matrix.GetLength(0);
        var a = (double[,])matrix.Clone();
        var v = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            v[i, i] = 1;
        }

        for (var sweep = 0; sweep < MostSweeps && !IsDiagonal(a); sweep++)
        {
            for (var p = 0; p < size - 1; p++)
            {
                for (var q = p + 1; q < size; q++)
                {
                    Turn(a, v, p, q);
                }
            }
        }

        int[] order = [.. Enumerable.Range(0, size).OrderByDescending(i => a[i, i])];
        return ([.. order.Select(i => a[i, i])], [.. order.Select(i => Signed([.. Enumerable.Range(0, size).Select(row => v[row, i])]))]);
    }

    /// <summary>Whether what stands beside the diagonal is lost beside it.</summary>
    private static bool IsDiagonal(double[,] a)
    {
        var size = a.GetLength(0);
        for (var p = 0; p < size - 1; p++)
        {
            for (var q = p + 1; q < size; q++)
            {
                var least = Math.Min(Math.Abs(a[p, p]), Math.Abs(a[q, q]));
                if (least + Math.Abs(a[p, q]) != least)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static void Turn(double[,] a, double[,] v, int p, int q)
    {
        if (a[p, q] == 0)
        {
            return;
        }

        var theta = (a[q, q] - a[p, p]) / (2 * a[p, q]);
        var tangent = (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        var cosine = 1 / Math.Sqrt((tangent * tangent) + 1);
        var sine = tangent * cosine;
        var size = a.GetLength(0);
        for (var k = 0; k < size; k++)
        {
            (a[k, p], a[k, q]) = ((cosine * a[k, p]) - (sine * a[k, q]), (sine * a[k, p]) + (cosine * a[k, q]));
        }

        for (var k = 0; k < size; k++)
        {
            (a[p, k], a[q, k]) = ((cosine * a[p, k]) - (sine * a[q, k]), (sine * a[p, k]) + (cosine * a[q, k]));
            (v[k, p], v[k, q]) = ((cosine * v[k, p]) - (sine * v[k, q]), (sine * v[k, p]) + (cosine * v[k, q]));
        }

        (a[p, q], a[q, p]) = (0, 0);
    }

    private static double[] Signed(double[] vector) =>
        vector.MaxBy(Math.Abs) < 0 ? [.. vector.Select(entry => -entry)] : vector;
}
