namespace Functional.Verification;

using System;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Random matrices, pure functions of a key. They are drawn in double precision and rounded.</summary>
internal static class Draws
{
    /// <summary>Normally distributed numbers with mean 0 and deviation 1.</summary>
    public static Matrix<T> Normal<T>(int rows, int columns, RandomKey key)
        where T : struct, IFloatingPointIeee754<T> => Fill<T>(rows, columns, index => key.Normal(index));

    /// <summary>Numbers between 0 and 1; where asked for, those of a column sum to 1.</summary>
    public static Matrix<T> Probabilities<T>(int rows, int columns, RandomKey key, bool sumToOne)
        where T : struct, IFloatingPointIeee754<T> => Fill<T>(rows, columns, index =>
        {
            var own = key.Uniform(index);
            var column = index / rows;
            var sum = 0.0;
            for (var row = 0; row < rows; row++)
            {
                sum += key.Uniform((column * rows) + row);
            }

            return sumToOne ? own / sum : own;
        });

    /// <summary>Weights from 1/4 to 2.</summary>
    public static MathNet.Numerics.LinearAlgebra.Vector<T> Weights<T>(int samples, RandomKey key)
        where T : struct, IFloatingPointIeee754<T> => Fill<T>(samples, 1, index => 0.25 + (1.75 * key.Uniform(index))).Column(0);

    private static Matrix<T> Fill<T>(int rows, int columns, Func<long, double> draw)
        where T : struct, IFloatingPointIeee754<T>
    {
        var numbers = new T[Given.Product(rows, columns, nameof(columns))];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = T.CreateChecked(draw(i));
        }

        return Dense.Matrix(rows, columns, numbers);
    }
}
