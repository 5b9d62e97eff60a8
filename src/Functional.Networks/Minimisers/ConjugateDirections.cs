namespace Functional.Networks;

using Functional.Numerics;
using Functional.Numerics.Sums;
using MathNet.Numerics.LinearAlgebra;

/// <summary>The directions of nonlinear conjugate gradient after Polak and Ribière, with β never negative.</summary>
/// <param name="Direction">The last direction; nothing before the first step.</param>
/// <param name="Gradient">The gradient where the last step began.</param>
/// <param name="Decrease">The last step's length times the slope where it began.</param>
internal sealed record ConjugateDirections<T>(Vector<T>? Direction, Vector<T>? Gradient, double Decrease) : Directions<T>
    where T : struct, IFloatingPointIeee754<T>
{
    public override bool IsFresh => Direction is null;

    public override Vector<T> Of(Vector<T> gradient, Execution execution)
    {
        var descent = Combination.Of(T.NegativeOne, gradient, execution);
        if (Direction is null || Gradient is null)
        {
            return descent;
        }

        var change = Combination.Of(gradient, T.NegativeOne, Gradient, execution);
        var beta = InnerProduct.Of(gradient.Numbers, change.Numbers) / GrainSum.OfSquares(Gradient.Numbers);
        return beta > T.Zero ? Combination.Of(descent, beta, Direction, execution) : descent;
    }

    public override double FirstLength(double slope) => Decrease / slope;

    public override Directions<T> After(Trial<T> from, Trial<T> to, Vector<T> direction, Execution execution) =>
        new ConjugateDirections<T>(direction, from.At.Gradient, to.Length * from.Slope);
}
