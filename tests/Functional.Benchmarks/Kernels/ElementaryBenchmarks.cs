namespace Functional.Benchmarks.Kernels;

using BenchmarkDotNet.Attributes;
using Functional.Numerics.Elementary;
using Functional.Numerics.Elementwise;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Elementary functions of 10,000 numbers.</summary>
/// <typeparam name="T">The element.</typeparam>
[GenericTypeArguments(typeof(float))]
[GenericTypeArguments(typeof(double))]
public class ElementaryBenchmarks<T>
    where T : struct, IFloatingPointIeee754<T>
{
    private readonly Matrix<T> numbers = Numbers.Matrix<T>(100, 100);

    /// <summary>eˣ.</summary>
    [Benchmark]
    public Matrix<T> Exponential() => Elements.Map(default(Exp<T>), numbers);

    /// <summary>ln x.</summary>
    [Benchmark]
    public Matrix<T> Logarithm() => Elements.Map(default(Log<T>), numbers);

    /// <summary>1 / (1 + e⁻ˣ).</summary>
    [Benchmark]
    public Matrix<T> Sigmoid() => Elements.Map(default(Sigmoid<T>), numbers);

    /// <summary>The hyperbolic tangent.</summary>
    [Benchmark]
    public Matrix<T> Tanh() => Elements.Map(default(Tanh<T>), numbers);

    /// <summary>ln(1 + eˣ).</summary>
    [Benchmark]
    public Matrix<T> Softplus() => Elements.Map(default(Softplus<T>), numbers);

    /// <summary>The error function.</summary>
    [Benchmark]
    public Matrix<T> Erf() => Elements.Map(default(Erf<T>), numbers);
}
