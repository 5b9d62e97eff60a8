namespace Functional.Networks;

using System;
using System.Runtime.CompilerServices;
using Functional.Numerics;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Elementwise.Operations;
using Functional.Numerics.Lanes;
using Functional.Numerics.Sums;

/// <summary>Normalises one sample over its features: what layer and RMS normalisation have in common.</summary>
/// <param name="Deviation">Whether the deviations from the mean are normalised, or the features as they are.</param>
/// <param name="Epsilon">ε.</param>
internal readonly record struct FeatureNormalisation<T>(Deviation Deviation, T Epsilon)
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>Writes x̂ = c / √(Σc²/n + ε) with c the features or their deviations from their mean.</summary>
    /// <param name="x">The sample's n features.</param>
    /// <param name="normalised">Takes x̂.</param>
    /// <param name="execution">How to compute.</param>
    /// <returns>1 / √(Σc²/n + ε).</returns>
    public T Normalise(ReadOnlySpan<T> x, Span<T> normalised, Execution execution)
    {
        var count = T.CreateChecked(x.Length);
        if (Deviation == Deviation.FromMean)
        {
            Elements.Map(new Less(GrainSum.Of(x) / count), x, normalised, execution);
        }
        else
        {
            x.CopyTo(normalised);
        }

        var inverse = T.One / T.Sqrt((GrainSum.OfSquares<T>(normalised) / count) + Epsilon);
        Elements.Map(new Scale<T>(inverse), normalised, normalised, execution);
        return inverse;
    }

    /// <summary>
    /// Writes ∂L/∂x = (G − x̂·Σ(G·x̂)/n) / √(Σc²/n + ε) with G = γ·∂L/∂y, less ΣG/n within the bracket where the deviations are normalised.
    /// </summary>
    /// <param name="yGradient">∂L/∂y.</param>
    /// <param name="scale">γ.</param>
    /// <param name="normalised">x̂.</param>
    /// <param name="inverse">What <see cref="Normalise"/> gave.</param>
    /// <param name="xGradient">Takes ∂L/∂x.</param>
    /// <param name="execution">How to compute.</param>
    public void PullBack(ReadOnlySpan<T> yGradient, ReadOnlySpan<T> scale, ReadOnlySpan<T> normalised, T inverse, Span<T> xGradient, Execution execution)
    {
        var count = T.CreateChecked(xGradient.Length);
        Elements.Map(default(Multiply<T>), yGradient, scale, xGradient, execution);
        var mean = Deviation == Deviation.FromMean ? GrainSum.Of<T>(xGradient) / count : T.Zero;
        var slope = GrainSum.OfProducts(xGradient, normalised) / count;
        Elements.Map(new PulledBack(inverse, mean, slope), xGradient, normalised, xGradient, execution);
    }

    private readonly record struct Less(T Mean) : IUnaryOperation<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes, T> => x - TLanes.Broadcast(Mean);
    }

    private readonly record struct PulledBack(T Inverse, T Mean, T Slope) : IBinaryOperation<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x, TLanes y)
            where TLanes : struct, ILanes<TLanes, T> =>
            TLanes.Broadcast(Inverse) * (x - TLanes.FusedMultiplyAdd(y, TLanes.Broadcast(Slope), TLanes.Broadcast(Mean)));
    }
}
