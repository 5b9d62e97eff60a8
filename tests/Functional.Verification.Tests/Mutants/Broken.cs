namespace Functional.Verification.Tests.Mutants;

using System;
using Functional.Networks;
using MathNet.Numerics.LinearAlgebra;

/// <summary>A layer of any behaviour, to break a law with.</summary>
/// <param name="Inner">Tells parameters and sizes.</param>
/// <param name="Run">The way forward.</param>
/// <param name="Replace">What <see cref="With"/> gives; the layer with the parameters when left out.</param>
public sealed record Broken(Layer<double> Inner, Func<Layer<double>, Matrix<double>, Pass, ForwardResult<double>> Run, Func<Broken, Layer<double>>? Replace = null) : Layer<double>
{
    /// <inheritdoc/>
    public override Parameters<double> Parameters => Inner.Parameters;

    /// <inheritdoc/>
    public override Parameters<double> Statistics => Inner.Statistics;

    /// <inheritdoc/>
    public override int? InputSize => Inner.InputSize;

    /// <inheritdoc/>
    public override string Title => $"Broken {Inner.Title}";

    /// <inheritdoc/>
    public override int OutputSize(int inputSize) => Inner.OutputSize(inputSize);

    /// <inheritdoc/>
    public override Layer<double> With(Parameters<double> parameters) => Replace?.Invoke(this) ?? this with { Inner = Inner.With(parameters) };

    /// <inheritdoc/>
    public override Layer<double> WithStatistics(Parameters<double> statistics) => this with { Inner = Inner.WithStatistics(statistics) };

    /// <inheritdoc/>
    public override ForwardResult<double> Forward(Matrix<double> input, Pass pass) => Run(Inner, input, pass);
}
