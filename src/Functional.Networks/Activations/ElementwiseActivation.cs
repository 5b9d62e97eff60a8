namespace Functional.Networks;

using System;
using System.Runtime.CompilerServices;
using Functional.Numerics;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Lanes;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Applies a function to every element, and its derivative on the way back: <c>∂L/∂x = ∂L/∂y · f′(x)</c>.</summary>
internal static class ElementwiseActivation
{
    public static (Matrix<T> Output, Func<Matrix<T>, Matrix<T>> Pull) Apply<T, TFunction>(TFunction function, Matrix<T> input, Execution? execution)
        where T : struct, IFloatingPointIeee754<T>
        where TFunction : struct, IActivationFunction<T>
    {
        var output = Elements.Map(new ValueOf<T, TFunction>(function), input, execution);
        return (output, outputGradient => Elements.Map(new PulledBack<T, TFunction>(function), input, output, outputGradient, execution));
    }

    private readonly record struct ValueOf<T, TFunction>(TFunction Function) : IUnaryOperation<T>
        where T : struct, IFloatingPointIeee754<T>
        where TFunction : struct, IActivationFunction<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes, T> => Function.Value(x);
    }

    private readonly record struct PulledBack<T, TFunction>(TFunction Function) : ITernaryOperation<T>
        where T : struct, IFloatingPointIeee754<T>
        where TFunction : struct, IActivationFunction<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x, TLanes y, TLanes z)
            where TLanes : struct, ILanes<TLanes, T> => z * Function.Slope(x, y);
    }
}
