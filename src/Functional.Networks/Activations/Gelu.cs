namespace Functional.Networks;

using System.Runtime.CompilerServices;
using Functional.Numerics.Elementary;
using Functional.Numerics.Lanes;

/// <summary>The Gaussian error linear unit in its exact form: <c>f(x) = x·Φ(x)</c> with <c>Φ(x) = ½·(1 + erf(x/√2))</c>.</summary>
/// <remarks>The derivative is Φ(x) + x·φ(x) with φ(x) = e^(−x²/2)/√(2π) (D. Hendrycks, K. Gimpel 2016).</remarks>
public sealed record Gelu : Activation
{
    private const double InverseSquareRootOfTwo = 0.70710678118654752440;
    private const double InverseSquareRootOfTwoPi = 0.39894228040143267794;

    /// <inheritdoc/>
    public override string Title => "GELU";

    internal override ActivationKernel<T> Kernel<T>() => new ElementwiseKernel<T, Function<T>>(default(Function<T>));

    private readonly struct Function<T> : IActivationFunction<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Value<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes, T> => x * Phi(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Slope<TLanes>(TLanes x, TLanes y)
            where TLanes : struct, ILanes<TLanes, T>
        {
            var density = TLanes.Constant(InverseSquareRootOfTwoPi) * default(Exp<T>).Invoke(TLanes.Constant(-0.5) * x * x);
            return TLanes.FusedMultiplyAdd(x, density, Phi(x));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static TLanes Phi<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes, T> =>
            TLanes.Constant(0.5) * (TLanes.Constant(1) + default(Erf<T>).Invoke(TLanes.Constant(InverseSquareRootOfTwo) * x));
    }
}
