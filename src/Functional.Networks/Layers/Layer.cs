namespace Functional.Networks;

using System;
using MathNet.Numerics.LinearAlgebra;

/// <summary>
/// A differentiable function with parameters: an immutable value that holds them, and its forward function beside it. A network is a
/// layer, too. Derive from it to write a layer of your own; its backward pass can then be proven against numeric differentiation.
/// </summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
public abstract record Layer<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>The parameters in their fixed order; <see cref="Parameters{T}.None"/> where there are none.</summary>
    public abstract Parameters<T> Parameters { get; }

    /// <summary>
    /// What the layer gathers in training and uses in inference, in a fixed order: running values that have no gradient and that no
    /// optimiser sees; <see cref="Parameters{T}.None"/> where there are none.
    /// </summary>
    public virtual Parameters<T> Statistics => Parameters<T>.None;

    /// <summary>The number of features it takes, or null where any number fits.</summary>
    public abstract int? InputSize { get; }

    /// <summary>What it is called in tables and messages, with its sizes, such as "Affine 784→50".</summary>
    public abstract string Title { get; }

    /// <summary>The number of outputs for a number of features that fits.</summary>
    /// <param name="inputSize">The number of features.</param>
    public abstract int OutputSize(int inputSize);

    /// <summary>The same layer with other parameters; its statistics stay.</summary>
    /// <param name="parameters">Values for all parameters, under the same names and in the same shapes.</param>
    /// <exception cref="ArgumentException">Names or shapes differ.</exception>
    public abstract Layer<T> With(Parameters<T> parameters);

    /// <summary>The same layer with other statistics.</summary>
    /// <param name="statistics">Values for all statistics, under the same names and in the same shapes.</param>
    /// <exception cref="ArgumentException">Names or shapes differ.</exception>
    public virtual Layer<T> WithStatistics(Parameters<T> statistics)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        Statistics.RequireSameShape(statistics);
        return this;
    }

    /// <summary>The layer's output for a batch, and the way back.</summary>
    /// <param name="input">[features × samples].</param>
    /// <param name="pass">For inference or for training.</param>
    /// <exception cref="ArgumentException">The input's shape does not fit; the message names the layer and both shapes.</exception>
    public abstract ForwardResult<T> Forward(Matrix<T> input, Pass pass);

    /// <summary>The outputs for a batch in inference.</summary>
    /// <param name="input">[features × samples].</param>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    /// <returns>[outputs × samples].</returns>
    /// <exception cref="ArgumentException">The input's shape does not fit; the message names the layer and both shapes.</exception>
    public Matrix<T> Predict(Matrix<T> input, Numerics.Execution? execution = null) => Forward(Given.NotNull(input), Pass.Inference(execution)).Output;

    /// <summary>The same layer with the statistics that a way through it gave; unchanged where it gave none.</summary>
    internal Layer<T> GoneOn(Parameters<T> statistics) => statistics.Entries.IsEmpty ? this : WithStatistics(statistics);

    /// <summary>Throws unless the input has as many features as the layer takes.</summary>
    /// <param name="input">[features × samples].</param>
    /// <param name="pass">Tells the layer's place.</param>
    /// <exception cref="ArgumentException">It has not; the message names the layer and both shapes.</exception>
    protected void RequireInput(Matrix<T> input, Pass pass)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(pass);
        if (InputSize is { } size && input.RowCount != size)
        {
            throw new ArgumentException($"{pass.Place}, {Title}, expects {size} × samples, got {input.RowCount} × {input.ColumnCount}.", nameof(input));
        }
    }
}
