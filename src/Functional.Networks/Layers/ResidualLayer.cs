namespace Functional.Networks;

using System;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Elementwise.Operations;
using MathNet.Numerics.LinearAlgebra;

/// <summary>A layer around which the input is carried unchanged: <c>y = x + f(x)</c>.</summary>
/// <remarks>Backward: the output's gradient goes back through f and around it; both are added (K. He, X. Zhang, S. Ren, J. Sun 2016, equation 1).</remarks>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed record Residual<T> : Layer<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>Carries the input around a layer.</summary>
    /// <param name="inner">f, with as many outputs as inputs.</param>
    /// <exception cref="ArgumentException">The layer changes the number of features.</exception>
    public Residual(Layer<T> inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        if (inner.InputSize is { } size && inner.OutputSize(size) != size)
        {
            throw new ArgumentException(
                $"Residual around {inner.Title} adds its input, {size} × samples, to its output, {inner.OutputSize(size)} × samples; the shapes must be equal.",
                nameof(inner));
        }

        Inner = inner;
    }

    /// <summary>The layer f that the input is carried around.</summary>
    public Layer<T> Inner { get; }

    /// <inheritdoc/>
    public override int? InputSize => Inner.InputSize;

    /// <inheritdoc/>
    public override string Title => $"Residual around {Inner.Title}";

    /// <inheritdoc/>
    public override Parameters<T> Parameters => Inner.Parameters;

    /// <inheritdoc/>
    public override Parameters<T> Statistics => Inner.Statistics;

    /// <inheritdoc/>
    public override int OutputSize(int inputSize) => inputSize;

    /// <inheritdoc/>
    public override Layer<T> With(Parameters<T> parameters) => new Residual<T>(Inner.With(Given.NotNull(parameters)));

    /// <inheritdoc/>
    public override Layer<T> WithStatistics(Parameters<T> statistics) => new Residual<T>(Inner.WithStatistics(statistics));

    /// <inheritdoc/>
    public override ForwardResult<T> Forward(Matrix<T> input, Pass pass)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(pass);
        var result = Inner.Forward(input, pass);
        var (output, pullback) = result;
        return new(
            Elements.Map(default(Add<T>), input, output, pass.Execution),
            outputGradient =>
            {
                var inner = pullback(outputGradient);
                return new(inner.Parameters, () => Elements.Map(default(Add<T>), outputGradient, inner.Input, pass.Execution));
            })
        { Statistics = result.Statistics };
    }
}
