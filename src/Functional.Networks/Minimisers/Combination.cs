namespace Functional.Networks;

using System.Runtime.CompilerServices;
using Functional.Numerics;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Lanes;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Sums of a vector and a multiple of another.</summary>
internal static class Combination
{
    /// <summary><c>x + factor·y</c>, each element one fused multiply-add.</summary>
    public static Vector<T> Of<T>(Vector<T> x, T factor, Vector<T> y, Execution execution)
        where T : struct, IFloatingPointIeee754<T>
    {
        var sum = new T[x.Count];
        Elements.Map(new AddMultiple<T>(factor), x.Numbers, y.Numbers, sum, execution);
        return Dense.Vector(sum);
    }

    /// <summary><c>factor·x</c>.</summary>
    public static Vector<T> Of<T>(T factor, Vector<T> x, Execution execution)
        where T : struct, IFloatingPointIeee754<T>
    {
        var multiple = new T[x.Count];
        Elements.Map(new Functional.Numerics.Elementwise.Operations.Scale<T>(factor), x.Numbers, multiple, execution);
        return Dense.Vector(multiple);
    }

    private readonly record struct AddMultiple<T>(T Factor) : IBinaryOperation<T>
        where T : struct, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Invoke<TLanes>(TLanes x, TLanes y)
            where TLanes : struct, ILanes<TLanes, T> => TLanes.FusedMultiplyAdd(TLanes.Broadcast(Factor), y, x);
    }
}
