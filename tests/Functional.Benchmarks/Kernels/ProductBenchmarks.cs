namespace Functional.Benchmarks.Kernels;

using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;
using Functional.Numerics;
using Functional.Numerics.Products;
using MathNet.Numerics.LinearAlgebra;

/// <summary>The three products of an affine layer on one thread.</summary>
/// <typeparam name="T">The element.</typeparam>
[GenericTypeArguments(typeof(float))]
[GenericTypeArguments(typeof(double))]
public class ProductBenchmarks<T>
    where T : struct, IFloatingPointIeee754<T>
{
    private Matrix<T> weights = null!;
    private Matrix<T> inputs = null!;
    private Matrix<T> slopes = null!;

    /// <summary>The shapes: outputs × inputs × samples.</summary>
    public static IEnumerable<string> Shapes => ["50×784×100", "512×512×128", "16×16×2"];

    /// <summary>The shape.</summary>
    [ParamsSource(nameof(Shapes))]
    public string Shape { get; set; } = string.Empty;

    /// <summary>Makes the matrices.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var sizes = Shape.Split('×').Select(int.Parse).ToArray();
        weights = Numbers.Matrix<T>(sizes[0], sizes[1]);
        inputs = Numbers.Matrix<T>(sizes[1], sizes[2]);
        slopes = Numbers.Matrix<T>(sizes[0], sizes[2]);
    }

    /// <summary>W·X.</summary>
    [Benchmark]
    public Matrix<T> Forward() => MatrixProduct.Multiply(weights, inputs, Execution.Sequential);

    /// <summary>D·Xᵀ.</summary>
    [Benchmark]
    public Matrix<T> WeightGradient() => MatrixProduct.TransposeAndMultiplyOverSamples(slopes, inputs, Execution.Sequential);

    /// <summary>Wᵀ·D.</summary>
    [Benchmark]
    public Matrix<T> InputGradient() => MatrixProduct.TransposeThisAndMultiply(weights, slopes, Execution.Sequential);
}
