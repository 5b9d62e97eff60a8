namespace Functional.Verification.Tests.Mutants;

using Functional.Networks;
using MathNet.Numerics.LinearAlgebra;

/// <summary>A layer whose way forward is right and whose way back is not.</summary>
/// <param name="Inner">The right layer.</param>
/// <param name="Mutation">What is wrong.</param>
public sealed record Mutant(Layer<double> Inner, Mutation Mutation) : Layer<double>
{
    /// <inheritdoc/>
    public override Parameters<double> Parameters => Inner.Parameters;

    /// <inheritdoc/>
    public override int? InputSize => Inner.InputSize;

    /// <inheritdoc/>
    public override string Title => $"{Inner.Title} with {Mutation.Name}";

    /// <inheritdoc/>
    public override int OutputSize(int inputSize) => Inner.OutputSize(inputSize);

    /// <inheritdoc/>
    public override Layer<double> With(Parameters<double> parameters) => new Mutant(Inner.With(parameters), Mutation);

    /// <inheritdoc/>
    public override ForwardResult<double> Forward(Matrix<double> input, Pass pass)
    {
        var (output, pullback) = Inner.Forward(input, pass);
        return new(output, upstream => Mutation.Wrong(new(Inner, input, output, upstream, pullback(upstream), pass)));
    }
}
