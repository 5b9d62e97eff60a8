namespace Functional.Numerics.Products;

using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Elementwise.Operations;
using Functional.Numerics.Lanes;

/// <summary>
/// An affine layer and the function of single numbers behind it, for a few samples and a layer so small that to tell <see cref="ProductKernel"/> what to do would take
/// longer than to do it. Every element is computed by the same chain as there.
/// </summary>
/// <remarks>Every column has room for whole vectors, which holds zeros in weights, bias and gradients.</remarks>
internal abstract class AffineProducts<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>The most samples.</summary>
    private const int MostSamples = 4;

    /// <summary>The most bytes of weights: they stay in the first-level cache.</summary>
    private const int MostBytes = 32 << 10;

    private const MethodImplOptions Optimised = MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;

    private AffineProducts()
    {
    }

    /// <summary>Whether they pay: there are few samples, the layer is small and the registers are large.</summary>
    /// <param name="samples">The number of samples, at most.</param>
    /// <param name="shape">The layer's shape.</param>
    /// <param name="width">The vectors to use.</param>
    public static bool Pays(int samples, AffineShape shape, VectorWidth width) =>
        samples <= MostSamples
        && (long)shape.OutputStride * shape.Columns * Unsafe.SizeOf<T>() <= MostBytes
        && Hardware.Resolve(width) switch
        {
            VectorWidth.Bits512 => Avx512F.IsSupported,
            VectorWidth.Bits256 => Avx.IsSupported,
            _ => false,
        };

    /// <summary>The products of a layer for which they <see cref="Pays">pay</see>.</summary>
    /// <param name="shape">The layer's shape.</param>
    /// <param name="value">The function behind the layer.</param>
    /// <param name="pull">From the function's argument, its value and the gradient by the value to the gradient by the argument.</param>
    /// <param name="width">The vectors to use: 256 or 512 bits.</param>
    public static AffineProducts<T> For<TValue, TPull>(AffineShape shape, TValue value, TPull pull, VectorWidth width)
        where TValue : struct, IUnaryOperation<T>
        where TPull : struct, ITernaryOperation<T> => Hardware.Resolve(width) == VectorWidth.Bits512
            ? new Of<Lanes512<T>, TValue, TPull>(shape, value, pull)
            : new Of<Lanes256<T>, TValue, TPull>(shape, value, pull);

    /// <summary>Writes <c>z = W·x + b</c>, a chain over the terms from the bias, and <c>f(z)</c>.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="room">Where it works.</param>
    /// <param name="samples">The number of samples, at least 1.</param>
    public abstract void Value(T[] parameters, AffineRoom<T> room, int samples);

    /// <summary>Makes the gradient <c>δ</c> by the sums of the one by the values, and writes <c>Wᵀ·δ</c>, a chain over the outputs from zero, if anybody asks for it.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="room">Where it works.</param>
    /// <param name="samples">The number of samples, at least 1.</param>
    public abstract void Back(T[] parameters, AffineRoom<T> room, int samples);

    /// <summary>Writes <c>Σ δ·xᵀ</c> and <c>Σ δ</c>, chains over the samples from zero.</summary>
    /// <param name="room">Where it works.</param>
    /// <param name="gradient">Takes the gradient by the parameters, in their places.</param>
    /// <param name="samples">The number of samples, at least 1.</param>
    public abstract void Sum(AffineRoom<T> room, T[] gradient, int samples);

    /// <summary>The same sums, but what is written is each parameter and a multiple of its sum.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="room">Where it works.</param>
    /// <param name="renewed">Takes the new ones, in their places.</param>
    /// <param name="samples">The number of samples, at least 1.</param>
    /// <param name="factor">What the sums are multiplied by.</param>
    /// <returns>Whether the new parameters are finite.</returns>
    public abstract bool Renew(T[] parameters, AffineRoom<T> room, T[] renewed, int samples, Scale<T> factor);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref T At(T[] numbers, int place) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(numbers), place);

    /// <summary>What becomes of a sum over the samples.</summary>
    private interface IEnd
    {
        void Store<TLanes>(TLanes sum, ref T parameters, ref T target, ref TLanes witness)
            where TLanes : struct, ILanes<TLanes, T>;
    }

    private readonly struct Gradient : IEnd
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Store<TLanes>(TLanes sum, ref T parameters, ref T target, ref TLanes witness)
            where TLanes : struct, ILanes<TLanes, T> => TLanes.Store(sum, ref target, 0);
    }

    private readonly struct Renewed(Scale<T> factor) : IEnd
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Store<TLanes>(TLanes sum, ref T parameters, ref T target, ref TLanes witness)
            where TLanes : struct, ILanes<TLanes, T>
        {
            var renewed = TLanes.Load(in parameters, 0) + factor.Invoke(sum);
            TLanes.Store(renewed, ref target, 0);

            // x · 0 is ±0 for a finite x and NaN otherwise, and a NaN's bits stay one whatever is added to them.
            witness |= renewed * TLanes.Zero;
        }
    }

    private sealed class Of<TLanes, TValue, TPull>(AffineShape shape, TValue value, TPull pull) : AffineProducts<T>
        where TLanes : struct, ILanes<TLanes, T>
        where TValue : struct, IUnaryOperation<T>
        where TPull : struct, ITernaryOperation<T>
    {
        [MethodImpl(Optimised)]
        public override void Value(T[] parameters, AffineRoom<T> room, int samples)
        {
            var (columns, inputStride, stride) = (shape.Columns, shape.InputStride, shape.OutputStride);
            for (var sample = 0; sample < samples; sample += 2)
            {
                // Two samples and two vectors of rows go together; where there is one only, it is computed twice.
                var isPair = sample + 1 < samples;
                nuint nextX = isPair ? (nuint)inputStride : 0, nextZ = isPair ? (nuint)stride : 0;
                for (var row = 0; row < stride; row += 2 * TLanes.Count)
                {
                    var beside = row + TLanes.Count < stride ? (nuint)TLanes.Count : 0;
                    ref var weights = ref At(parameters, shape.Weights + row);
                    ref var bias = ref At(parameters, shape.Bias + row);
                    ref var x = ref At(room.X, sample * inputStride);
                    TLanes a = TLanes.Load(in bias, 0), b = TLanes.Load(in bias, beside), c = a, d = b;
                    for (var term = columns; term > 0; term--)
                    {
                        TLanes low = TLanes.Load(in weights, 0), high = TLanes.Load(in weights, beside);
                        TLanes first = TLanes.Broadcast(x), second = TLanes.Broadcast(Unsafe.Add(ref x, nextX));
                        TLanes.Accumulate(ref a, low, first);
                        TLanes.Accumulate(ref b, high, first);
                        TLanes.Accumulate(ref c, low, second);
                        TLanes.Accumulate(ref d, high, second);
                        weights = ref Unsafe.Add(ref weights, stride);
                        x = ref Unsafe.Add(ref x, 1);
                    }

                    ref var z = ref At(room.Z, (sample * stride) + row);
                    TLanes.Store(a, ref z, 0);
                    TLanes.Store(b, ref z, beside);
                    TLanes.Store(c, ref z, nextZ);
                    TLanes.Store(d, ref z, nextZ + beside);
                }
            }

            ref var sums = ref At(room.Z, 0);
            ref var values = ref At(room.Y, 0);
            var length = (nuint)(samples * stride);
            for (nuint place = 0; place < length; place += (nuint)TLanes.Count)
            {
                TLanes.Store(value.Invoke(TLanes.Load(in sums, place)), ref values, place);
            }
        }

        [MethodImpl(Optimised)]
        public override void Back(T[] parameters, AffineRoom<T> room, int samples)
        {
            Pull(room, samples);
            if (room.XGradient.Length == 0)
            {
                return;
            }

            if (typeof(TLanes) == typeof(Lanes512<T>) && shape.Columns >= Vector512<T>.Count)
            {
                Exchanged<Lanes512<T>, Exchange512<T>>(parameters, room, samples);
            }
            else if (shape.Columns >= Vector256<T>.Count)
            {
                Exchanged<Lanes256<T>, Exchange256<T>>(parameters, room, samples);
            }
            else
            {
                OneByOne(parameters, room, samples);
            }
        }

        [MethodImpl(Optimised)]
        public override void Sum(AffineRoom<T> room, T[] gradient, int samples) => _ = Sum(default(Gradient), gradient, room, gradient, samples);

        [MethodImpl(Optimised)]
        public override bool Renew(T[] parameters, AffineRoom<T> room, T[] renewed, int samples, Scale<T> factor) => Sum(new Renewed(factor), parameters, room, renewed, samples);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Pull(AffineRoom<T> room, int samples)
        {
            ref var z = ref At(room.Z, 0);
            ref var y = ref At(room.Y, 0);
            ref var yGradient = ref At(room.YGradient, 0);
            ref var zGradient = ref At(room.ZGradient, 0);
            var length = (nuint)(samples * shape.OutputStride);
            for (nuint place = 0; place < length; place += (nuint)TLanes.Count)
            {
                TLanes.Store(pull.Invoke(TLanes.Load(in z, place), TLanes.Load(in y, place), TLanes.Load(in yGradient, place)), ref zGradient, place);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private bool Sum<TEnd>(TEnd end, T[] parameters, AffineRoom<T> room, T[] target, int samples)
            where TEnd : struct, IEnd
        {
            nuint between = (nuint)shape.InputStride, stride = (nuint)shape.OutputStride;
            var witness = TLanes.Zero;
            for (var row = 0; row < shape.OutputStride; row += TLanes.Count)
            {
                ref var x = ref At(room.X, 0);
                ref var delta = ref At(room.ZGradient, row);
                ref var from = ref At(parameters, shape.Weights + row);
                ref var to = ref At(target, shape.Weights + row);
                var first = TLanes.Load(in delta, 0);
                var total = TLanes.Zero + first;
                if (samples == 1)
                {
                    for (var column = shape.Columns; column > 0; column--)
                    {
                        end.Store(TLanes.FusedMultiplyAdd(first, TLanes.Broadcast(x), TLanes.Zero), ref from, ref to, ref witness);
                        x = ref Unsafe.Add(ref x, 1);
                        from = ref Unsafe.Add(ref from, stride);
                        to = ref Unsafe.Add(ref to, stride);
                    }
                }
                else if (samples == 2)
                {
                    var second = TLanes.Load(in delta, stride);
                    total += second;
                    for (var column = shape.Columns; column > 0; column--)
                    {
                        var sum = TLanes.FusedMultiplyAdd(first, TLanes.Broadcast(x), TLanes.Zero);
                        TLanes.Accumulate(ref sum, second, TLanes.Broadcast(Unsafe.Add(ref x, between)));
                        end.Store(sum, ref from, ref to, ref witness);
                        x = ref Unsafe.Add(ref x, 1);
                        from = ref Unsafe.Add(ref from, stride);
                        to = ref Unsafe.Add(ref to, stride);
                    }
                }
                else
                {
                    for (var column = shape.Columns; column > 0; column--)
                    {
                        var sum = TLanes.FusedMultiplyAdd(first, TLanes.Broadcast(x), TLanes.Zero);
                        for (nuint sample = 1; sample < (nuint)samples; sample++)
                        {
                            TLanes.Accumulate(ref sum, TLanes.Load(in delta, sample * stride), TLanes.Broadcast(Unsafe.Add(ref x, sample * between)));
                        }

                        end.Store(sum, ref from, ref to, ref witness);
                        x = ref Unsafe.Add(ref x, 1);
                        from = ref Unsafe.Add(ref from, stride);
                        to = ref Unsafe.Add(ref to, stride);
                    }

                    for (nuint sample = 1; sample < (nuint)samples; sample++)
                    {
                        total += TLanes.Load(in delta, sample * stride);
                    }
                }

                end.Store(total, ref At(parameters, shape.Bias + row), ref At(target, shape.Bias + row), ref witness);
            }

            return Finite.IsNumber<T, TLanes>(witness);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Exchanged<TRows, TExchange>(T[] parameters, AffineRoom<T> room, int samples)
            where TRows : struct, ILanes<TRows, T>
            where TExchange : struct, IExchange<T, TRows>
        {
            nint step = shape.OutputStride;
            for (var sample = 0; sample < samples; sample += 2)
            {
                var isPair = sample + 1 < samples;
                nuint next = isPair ? (nuint)step : 0, nextX = isPair ? (nuint)shape.InputStride : 0;
                for (var begin = 0; begin < shape.Columns; begin += TRows.Count)
                {
                    // The last vector lies over rows that are computed already where there are none of their own.
                    var row = Math.Min(begin, shape.Columns - TRows.Count);
                    ref var weights = ref At(parameters, shape.Weights + (row * shape.OutputStride));
                    ref var delta = ref At(room.ZGradient, sample * shape.OutputStride);
                    TRows a = TRows.Zero, b = a;
                    var terms = shape.Rows;
                    for (; terms >= 4; terms -= 4)
                    {
                        var (t0, t1, t2, t3) = TExchange.Four(ref weights, step);
                        Term(t0, ref delta, next, ref a, ref b);
                        Term(t1, ref Unsafe.Add(ref delta, 1), next, ref a, ref b);
                        Term(t2, ref Unsafe.Add(ref delta, 2), next, ref a, ref b);
                        Term(t3, ref Unsafe.Add(ref delta, 3), next, ref a, ref b);
                        weights = ref Unsafe.Add(ref weights, 4);
                        delta = ref Unsafe.Add(ref delta, 4);
                    }

                    if (terms > 0)
                    {
                        var (t0, t1, t2, _) = TExchange.Four(ref weights, step);
                        Term(t0, ref delta, next, ref a, ref b);
                        if (terms > 1)
                        {
                            Term(t1, ref Unsafe.Add(ref delta, 1), next, ref a, ref b);
                        }

                        if (terms > 2)
                        {
                            Term(t2, ref Unsafe.Add(ref delta, 2), next, ref a, ref b);
                        }
                    }

                    ref var target = ref At(room.XGradient, (sample * shape.InputStride) + row);
                    TRows.Store(a, ref target, 0);
                    TRows.Store(b, ref target, nextX);
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Term<TRows>(TRows weights, ref T delta, nuint next, ref TRows a, ref TRows b)
            where TRows : struct, ILanes<TRows, T>
        {
            TRows.Accumulate(ref a, weights, TRows.Broadcast(delta));
            TRows.Accumulate(ref b, weights, TRows.Broadcast(Unsafe.Add(ref delta, next)));
        }

        private void OneByOne(T[] parameters, AffineRoom<T> room, int samples)
        {
            for (var sample = 0; sample < samples; sample++)
            {
                ref var delta = ref At(room.ZGradient, sample * shape.OutputStride);
                ref var target = ref At(room.XGradient, sample * shape.InputStride);
                ref var weights = ref At(parameters, shape.Weights);
                for (nuint row = 0; row < (nuint)shape.Columns; row++)
                {
                    var sum = T.Zero;
                    for (nuint term = 0; term < (nuint)shape.Rows; term++)
                    {
                        sum = T.FusedMultiplyAdd(Unsafe.Add(ref weights, term), Unsafe.Add(ref delta, term), sum);
                    }

                    Unsafe.Add(ref target, row) = sum;
                    weights = ref Unsafe.Add(ref weights, shape.OutputStride);
                }
            }
        }
    }
}
