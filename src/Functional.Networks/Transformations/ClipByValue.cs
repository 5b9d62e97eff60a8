namespace Functional.Networks;

using System;
using System.Runtime.CompilerServices;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Lanes;

/// <summary>Keeps every number of the gradient between −limit and limit. NaN stays NaN.</summary>
public sealed record ClipByValue : GradientTransformation
{
    /// <summary>Clips every number.</summary>
    /// <param name="limit">The largest magnitude, finite and above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is outside that range.</exception>
    public ClipByValue(double limit) => Limit = RequirePositive(limit, nameof(limit));

    /// <summary>The largest magnitude.</summary>
    public double Limit { get; }

    internal override void Write<T>(UpdatePlan<T> plan, MomentStore<T> state)
    {
        var clipped = new Clipped<T>(T.CreateChecked(Limit));
        plan.Sweep(block => Elements.Map(clipped, block.Update, block.Update, block.Execution));
    }

    private readonly record struct Clipped<T>(T Limit) : IUnaryOperation<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes, T>
        {
            var limit = TLanes.Broadcast(Limit);
            var below = TLanes.Select(TLanes.LessThan(limit, x), limit, x);
            return TLanes.Select(TLanes.LessThan(below, -limit), -limit, below);
        }
    }
}
