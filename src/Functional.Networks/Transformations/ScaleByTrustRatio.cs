namespace Functional.Networks;

using Functional.Numerics.Elementwise;
using Functional.Numerics.Elementwise.Operations;

/// <summary>Scales each parameter's update by the ratio of norms <c>‖p‖ / ‖u‖</c>, and by 1 where one of them is 0.</summary>
/// <remarks>
/// LAMB's layer-wise adaptation (Y. You et al. 2020, algorithm 2) with φ the identity; as in its implementations a "layer" is one parameter, so that
/// weights and bias have ratios of their own. Norms are Euclidean, of sums of squares over panels of columns in an order that
/// depends on the parameter's shape alone; a norm too large for the element gives NaN, so that training diverges as a value.
/// </remarks>
public sealed record ScaleByTrustRatio : GradientTransformation
{
    internal override void Write<T>(UpdatePlan<T> plan, MomentStore<T> state)
    {
        var (values, updates) = (new PanelSums<T>(plan, plan.Parameters), new PanelSums<T>(plan, plan.Update));
        var factors = new T[plan.Layout.Slots.Length];
        plan.Survey(
            values.Count + updates.Count,
            piece =>
            {
                if (piece < values.Count)
                {
                    values.Find(piece);
                }
                else
                {
                    updates.Find(piece - values.Count);
                }
            },
            () =>
            {
                values.Add();
                updates.Add();
                for (var slot = 0; slot < factors.Length; slot++)
                {
                    factors[slot] = T.CreateChecked(NormFactor.Ratio(values.Totals[slot], updates.Totals[slot]));
                }
            },
            arrays: 2);
        plan.Sweep(plan.EverySlot, block => Elements.Map(new Scale<T>(factors[block.Slot]), block.Update, block.Update, block.Execution));
    }
}
