namespace Functional.Cli.Examples;

using Functional.Networks;
using Functional.Numerics;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Layers of weights that another program draws.</summary>
internal static class Weights
{
    /// <summary>An affine layer whose biases are 0.</summary>
    /// <param name="weights">[outputs × inputs].</param>
    public static Affine<double> Affine(Matrix<double> weights) => new(weights, Dense.Vector(new double[weights.RowCount]));

    /// <summary>An affine layer whose biases stand in column 0, beside the weights.</summary>
    /// <param name="theta">Θ, [outputs × (1 + inputs)].</param>
    public static Affine<double> AffineOfTheta(Matrix<double> theta) => new(theta.SubMatrix(0, theta.RowCount, 1, theta.ColumnCount - 1), theta.Column(0));

    /// <summary>Layers one behind another, with an activation between each two of them.</summary>
    public static Layer<double> Between(Activation activation, params Affine<double>[] layers)
    {
        var all = new Layer<double>[(2 * layers.Length) - 1];
        for (var place = 0; place < all.Length; place++)
        {
            all[place] = place % 2 == 0 ? layers[place / 2] : new Activated<double>(activation);
        }

        return new Chain<double>(all);
    }
}
