namespace Functional.Networks;

using System;
using System.Runtime.CompilerServices;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Lanes;

/// <summary>AdaGrad's scaling: <c>s ← s + g²</c>, <c>u = g / (√s + ε)</c>.</summary>
/// <remarks>
/// J. Duchi, E. Hazan, Y. Singer 2011, the diagonal form; ε outside the root, as in PyTorch (some write √(s + ε)). Moment 0 is s, which begins at 0.
/// </remarks>
public sealed record ScaleByAdaGrad : GradientTransformation
{
    /// <summary>AdaGrad's scaling.</summary>
    /// <param name="epsilon">ε, finite and above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">ε is outside that range.</exception>
    public ScaleByAdaGrad(double epsilon = 1e-10) => Epsilon = RequirePositive(epsilon, nameof(epsilon));

    /// <summary>ε: keeps the division finite.</summary>
    public double Epsilon { get; }

    internal override int MomentCount => 1;

    internal override void Write<T>(UpdatePlan<T> plan, MomentStore<T> state)
    {
        var squares = state.Moments[0];
        var scaled = new Scaled<T>(T.CreateChecked(Epsilon));
        plan.Sweep(block => Elements.Replace(scaled, block.Of(squares), block.Update, block.Execution), squares);
    }

    private readonly record struct Scaled<T>(T Epsilon) : IPairOperation<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x, TLanes y, out TLanes second)
            where TLanes : struct, ILanes<TLanes, T>
        {
            var sum = TLanes.FusedMultiplyAdd(y, y, x);
            second = y / (TLanes.Sqrt(sum) + TLanes.Broadcast(Epsilon));
            return sum;
        }
    }
}
