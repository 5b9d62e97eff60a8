namespace Functional.Networks;

using System;
using System.Linq;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Elementwise.Operations;

/// <summary>Scales each layer's gradient so that its norm is not above a limit: <c>u = g·min(1, limit / ‖g‖)</c> with the layer's own ‖g‖.</summary>
/// <remarks>
/// A layer's parameters are those whose names agree up to the last point: "0.weights" and "0.bias". The norm is that of <see cref="ClipByGlobalNorm"/>, over
/// one layer.
/// </remarks>
public sealed record ClipByLayerNorm : GradientTransformation
{
    /// <summary>Clips by each layer's norm.</summary>
    /// <param name="limit">The largest norm, finite and above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is outside that range.</exception>
    public ClipByLayerNorm(double limit) => Limit = RequirePositive(limit, nameof(limit));

    /// <summary>The largest norm of a layer's gradient.</summary>
    public double Limit { get; }

    internal override void Write<T>(UpdatePlan<T> plan, MomentStore<T> state)
    {
        var sums = new PanelSums<T>(plan, plan.Update);
        var layers = plan.Layout.Slots.Select(slot => slot.Name[..(slot.Name.LastIndexOf('.') + 1)]).ToArray();
        var layerOf = layers.Select(layer => Array.IndexOf(layers, layer)).ToArray();
        var squares = new double[layers.Length];
        var factors = new T[layers.Length];
        plan.Survey(
            sums.Count,
            sums.Find,
            () =>
            {
                sums.Add();
                Array.Clear(squares);
                for (var slot = 0; slot < squares.Length; slot++)
                {
                    squares[layerOf[slot]] += sums.Totals[slot];
                }

                for (var slot = 0; slot < squares.Length; slot++)
                {
                    factors[slot] = T.CreateChecked(NormFactor.Limited(squares[layerOf[slot]], Limit));
                }
            },
            arrays: 1);
        plan.Sweep(plan.EverySlot, block => Elements.Map(new Scale<T>(factors[block.Slot]), block.Update, block.Update, block.Execution));
    }
}
