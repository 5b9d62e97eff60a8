namespace Functional.Networks;

using System;
using Functional.Numerics.Elementwise.Operations;

/// <summary>Multiplies by a factor: <c>u = factor·g</c>.</summary>
public sealed record Scale : GradientTransformation
{
    /// <summary>Multiplies by a factor.</summary>
    /// <param name="factor">The factor, finite; a negative one turns the direction around.</param>
    /// <exception cref="ArgumentOutOfRangeException">The factor is not finite.</exception>
    public Scale(double factor) => Factor = double.IsFinite(factor) ? factor : throw new ArgumentOutOfRangeException(nameof(factor), factor, "The factor must be finite.");

    /// <summary>The factor.</summary>
    public double Factor { get; }

    internal override void Write<T>(UpdatePlan<T> plan, MomentStore<T> state) =>
        plan.Scale(plan.Once(() => new Scale<T>(T.CreateChecked(Factor))));
}
