namespace Functional.Networks;

using System;
using System.Runtime.CompilerServices;
using Functional.Numerics.Lanes;

/// <summary>The leaky rectified linear unit: <c>f(x) = x</c> for positive x, otherwise <c>slope·x</c>.</summary>
/// <remarks>The derivative at 0 is the slope (A. L. Maas, A. Y. Hannun, A. Y. Ng 2013).</remarks>
public sealed record LeakyRelu : Activation
{
    /// <summary>A leaky rectified linear unit.</summary>
    /// <param name="slope">The slope for negative x, finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">The slope is not finite.</exception>
    public LeakyRelu(double slope = 0.01) => Slope = double.IsFinite(slope)
        ? slope
        : throw new ArgumentOutOfRangeException(nameof(slope), slope, "The slope must be finite.");

    /// <summary>The slope for negative x.</summary>
    public double Slope { get; }

    /// <inheritdoc/>
    public override string Title => $"Leaky ReLU {Slope}";

    internal override ActivationKernel<T> Kernel<T>() => new ElementwiseKernel<T, Function<T>>(new Function<T>(T.CreateChecked(Slope)));

    private readonly record struct Function<T>(T NegativeSlope) : IActivationFunction<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Value<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes, T> =>
            TLanes.Select(TLanes.LessThan(TLanes.Zero, x), x, TLanes.Broadcast(NegativeSlope) * x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Slope<TLanes>(TLanes x, TLanes y)
            where TLanes : struct, ILanes<TLanes, T> =>
            TLanes.Select(TLanes.LessThan(TLanes.Zero, x), TLanes.Constant(1), TLanes.Broadcast(NegativeSlope));
    }
}
