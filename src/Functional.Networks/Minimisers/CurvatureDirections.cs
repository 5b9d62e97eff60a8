namespace Functional.Networks;

using Functional.Numerics;
using Functional.Numerics.Sums;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;

/// <summary>The directions of limited-memory BFGS: the two-loop recursion over the latest steps and changes of the gradient.</summary>
/// <param name="Memory">The most pairs that are kept.</param>
/// <param name="Pairs">The pairs, the latest last.</param>
internal sealed record CurvatureDirections<T>(int Memory, Seq<CurvaturePair<T>> Pairs) : Directions<T>
    where T : struct, IFloatingPointIeee754<T>
{
    public override bool IsFresh => Pairs.IsEmpty;

    public override Vector<T> Of(Vector<T> gradient, Execution execution)
    {
        var direction = Combination.Of(T.NegativeOne, gradient, execution);
        var shares = new T[Pairs.Count];
        for (var i = shares.Length - 1; i >= 0; i--)
        {
            var pair = Pairs[i];
            shares[i] = InnerProduct.Of(pair.Step.Numbers, direction.Numbers) / pair.Curvature;
            direction = Combination.Of(direction, -shares[i], pair.Change, execution);
        }

        if (!Pairs.IsEmpty)
        {
            var latest = Pairs[Pairs.Count - 1];
            direction = Combination.Of(latest.Curvature / GrainSum.OfSquares(latest.Change.Numbers), direction, execution);
        }

        for (var i = 0; i < shares.Length; i++)
        {
            var pair = Pairs[i];
            var back = InnerProduct.Of(pair.Change.Numbers, direction.Numbers) / pair.Curvature;
            direction = Combination.Of(direction, shares[i] - back, pair.Step, execution);
        }

        return direction;
    }

    public override double FirstLength(double slope) => 1;

    public override Directions<T> After(Trial<T> from, Trial<T> to, Vector<T> direction, Execution execution)
    {
        var step = Combination.Of(to.Point, T.NegativeOne, from.Point, execution);
        var change = Combination.Of(to.At.Gradient, T.NegativeOne, from.At.Gradient, execution);
        var curvature = InnerProduct.Of(step.Numbers, change.Numbers);

        // Rounding, or a step that meets only the first Wolfe condition, may leave no curvature; such a pair would turn directions uphill.
        if (!(curvature > T.Epsilon) || !(curvature > T.ScaleB(GrainSum.OfSquares(change.Numbers), NegligibleExponent)))
        {
            return this;
        }

        var kept = Pairs.Count < Memory ? Pairs : Pairs.Skip(1);
        return this with { Pairs = kept.Add(new(step, change, curvature)).Strict() };
    }

    /// <summary>Curvature below 2^−52 of the change's square is rounding.</summary>
    private const int NegligibleExponent = -52;
}
