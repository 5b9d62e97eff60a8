namespace Functional.Networks;

using System;
using Functional.Numerics;
using MathNet.Numerics.LinearAlgebra;

/// <summary>
/// A layer from a pure forward function of your own, for what needs no type of its own. It trains with the pure step: the fold's
/// recycled memory knows only this library's layers.
/// </summary>
/// <remarks>Functional.Verification's <c>Verify.Layer</c> proves its way back, and all that is promised of layers.</remarks>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed record CustomLayer<T> : Layer<T>
    where T : struct, IFloatingPointIeee754<T>
{
    private readonly CustomForward<T> forward;
    private readonly Func<int, int> outputSize;

    /// <summary>A layer.</summary>
    /// <param name="title">What it is called in tables and messages.</param>
    /// <param name="forward">Its forward function.</param>
    /// <param name="parameters">Its parameters; none when left out.</param>
    /// <param name="inputSize">The number of features it takes; any number when left out.</param>
    /// <param name="outputSize">From the number of features to that of outputs; the same when left out.</param>
    /// <remarks>A forward function that gives null is an <see cref="InvalidOperationException"/> where it is called.</remarks>
    public CustomLayer(string title, CustomForward<T> forward, Parameters<T>? parameters = null, int? inputSize = null, Func<int, int>? outputSize = null)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(forward);
        Title = title;
        this.forward = forward;
        this.outputSize = outputSize ?? (features => features);
        Parameters = parameters ?? Parameters<T>.None;
        InputSize = inputSize;
    }

    /// <inheritdoc/>
    public override Parameters<T> Parameters { get; }

    /// <inheritdoc/>
    public override int? InputSize { get; }

    /// <inheritdoc/>
    public override string Title { get; }

    /// <summary>A layer that applies a function to every number.</summary>
    /// <param name="title">What it is called in tables and messages.</param>
    /// <param name="value">f.</param>
    /// <param name="slope">f′.</param>
    public static CustomLayer<T> Elementwise(string title, Func<T, T> value, Func<T, T> slope)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(slope);
        return new(title, (_, input, _) => new(
            Mapped(input, (x, _) => value(x)),
            gradient => new(Parameters<T>.None, () => Mapped(input, (x, place) => gradient.Numbers[place] * slope(x)))));
    }

    /// <inheritdoc/>
    public override int OutputSize(int inputSize) => outputSize(inputSize);

    /// <inheritdoc/>
    public override Layer<T> With(Parameters<T> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        Parameters.RequireSameShape(parameters);
        return new CustomLayer<T>(Title, forward, parameters, InputSize, outputSize);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The forward function gives null.</exception>
    public override ForwardResult<T> Forward(Matrix<T> input, Pass pass)
    {
        RequireInput(input, pass);
        return forward(Parameters, input, pass) ?? throw new InvalidOperationException($"The forward function of {Title} gives null, where a result is expected.");
    }

    private static Matrix<T> Mapped(Matrix<T> input, Func<T, int, T> function)
    {
        var numbers = input.Numbers.ToArray();
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = function(numbers[i], i);
        }

        return Dense.Matrix(input.RowCount, input.ColumnCount, numbers);
    }
}
