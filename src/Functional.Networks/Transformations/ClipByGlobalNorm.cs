namespace Functional.Networks;

using System;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Elementwise.Operations;

/// <summary>Scales the whole gradient so that its norm is not above a limit: <c>u = g·min(1, limit / ‖g‖)</c>.</summary>
/// <remarks>
/// R. Pascanu, T. Mikolov, Y. Bengio 2013, algorithm 1. PyTorch divides by ‖g‖ + 1e-6 instead. The norm is Euclidean over all parameters: sums of squares
/// over panels of columns, then over parameters, in an order that depends on the shapes alone. A norm too large for the element gives NaN, so that training
/// diverges as a value.
/// </remarks>
public sealed record ClipByGlobalNorm : GradientTransformation
{
    /// <summary>Clips by the norm over all parameters.</summary>
    /// <param name="limit">The largest norm, finite and above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is outside that range.</exception>
    public ClipByGlobalNorm(double limit) => Limit = RequirePositive(limit, nameof(limit));

    /// <summary>The largest norm.</summary>
    public double Limit { get; }

    internal override void Write<T>(UpdatePlan<T> plan, MomentStore<T> state)
    {
        var sums = new PanelSums<T>(plan, plan.Update);
        var factor = T.One;
        plan.Survey(
            sums.Count,
            sums.Find,
            () =>
            {
                sums.Add();
                factor = T.CreateChecked(NormFactor.Limited(sums.Total(), Limit));
            },
            arrays: 1);
        plan.Sweep(block => Elements.Map(new Scale<T>(factor), block.Update, block.Update, block.Execution));
    }
}
