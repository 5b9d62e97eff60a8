namespace Functional.Networks;

using MathNet.Numerics.LinearAlgebra;

/// <summary>A layer that applies an activation; it has no parameters and takes any number of features.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="Activation">The activation.</param>
public sealed record Activated<T>(Activation Activation) : Layer<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>The activation.</summary>
    public Activation Activation { get; init => field = Given.NotNull(value); } = Given.NotNull(Activation);

    /// <inheritdoc/>
    public override Parameters<T> Parameters => Parameters<T>.None;

    /// <inheritdoc/>
    public override int? InputSize => null;

    /// <inheritdoc/>
    public override string Title => Activation.Title;

    /// <inheritdoc/>
    public override int OutputSize(int inputSize) => inputSize;

    /// <inheritdoc/>
    public override Layer<T> With(Parameters<T> parameters)
    {
        System.ArgumentNullException.ThrowIfNull(parameters);
        Parameters.RequireSameShape(parameters);
        return this;
    }

    /// <inheritdoc/>
    public override ForwardResult<T> Forward(Matrix<T> input, Pass pass)
    {
        System.ArgumentNullException.ThrowIfNull(pass);
        var (output, pull) = Activation.Apply(input, pass.Execution);
        return new(output, outputGradient => new LayerGradient<T>(Parameters<T>.None, () => pull(outputGradient)));
    }
}
