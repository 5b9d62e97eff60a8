namespace Functional.Networks;

using System.Runtime.CompilerServices;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Lanes;

/// <summary>How running statistics go on: <c>s ← (1 − m)·s + m·own</c>.</summary>
internal static class RunningStatistics
{
    /// <summary>The steps for the mean, which takes the batch's mean, and for the variance, which takes the batch's squared deviations.</summary>
    /// <param name="momentum">m.</param>
    /// <param name="samples">n, the number of samples; the variance's step is only for more than one.</param>
    public static (Blend<T> Mean, Blend<T> Variance) Of<T>(double momentum, int samples)
        where T : struct, IFloatingPointIeee754<T>
    {
        var (kept, added) = (T.CreateChecked(1 - momentum), T.CreateChecked(momentum));
        return (new(kept, added, T.One), new(kept, added, T.CreateChecked(samples - 1)));
    }

    /// <summary>The step <c>(1 − m)·x + m·(y / divisor)</c>.</summary>
    internal readonly record struct Blend<T>(T Kept, T Added, T Divisor) : IBinaryOperation<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x, TLanes y)
            where TLanes : struct, ILanes<TLanes, T> =>
            TLanes.FusedMultiplyAdd(TLanes.Broadcast(Kept), x, TLanes.Broadcast(Added) * (y / TLanes.Broadcast(Divisor)));
    }
}
