namespace Functional.Networks;

using System;
using System.Linq;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Layers one behind another: each takes the output of the one before. The empty chain passes its input on.</summary>
/// <remarks>
/// The way back goes through the layers' pullbacks from last to first: the chain rule. Parameters are named by the layer's number,
/// counted from 0 over all layers, those without parameters too: "0.weights", "0.bias", "2.weights".
/// </remarks>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed record Chain<T> : Layer<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>Chains layers.</summary>
    /// <param name="layers">The layers, the first to be applied first.</param>
    /// <exception cref="ArgumentException">A layer's outputs do not fit the next one's inputs; the message names both with their shapes.</exception>
    public Chain(Seq<Layer<T>> layers)
    {
        Given.NoNulls(layers);
        Layers = layers.Strict();
        InputSize = FirstSize(Layers);
    }

    /// <summary>Chains layers.</summary>
    /// <param name="layers">The layers, the first to be applied first.</param>
    /// <exception cref="ArgumentException">A layer's outputs do not fit the next one's inputs; the message names both with their shapes.</exception>
    public Chain(params Layer<T>[] layers)
        : this(Given.NoNulls(layers).ToArray().ToSeq())
    {
    }

    /// <summary>The layers, the first to be applied first.</summary>
    public Seq<Layer<T>> Layers { get; }

    /// <inheritdoc/>
    public override int? InputSize { get; }

    /// <inheritdoc/>
    public override string Title => $"Chain of {Layers.Count}";

    /// <inheritdoc/>
    public override Parameters<T> Parameters =>
        Parameters<T>.Concat(Layers.Select((layer, place) => layer.Parameters.Within(place)).ToSeq());

    /// <inheritdoc/>
    public override Parameters<T> Statistics =>
        Parameters<T>.Concat(Layers.Select((layer, place) => layer.Statistics.Within(place)).ToSeq());

    /// <inheritdoc/>
    public override int OutputSize(int inputSize) => Layers.Fold(inputSize, (size, layer) => layer.OutputSize(size));

    /// <inheritdoc/>
    public override Layer<T> With(Parameters<T> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        Parameters.RequireSameShape(parameters);
        return Replaced(parameters, layer => layer.Parameters, (layer, own) => layer.With(own));
    }

    /// <inheritdoc/>
    public override Layer<T> WithStatistics(Parameters<T> statistics)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        Statistics.RequireSameShape(statistics);
        return Replaced(statistics, layer => layer.Statistics, (layer, own) => layer.GoneOn(own));
    }

    /// <inheritdoc/>
    public override ForwardResult<T> Forward(Matrix<T> input, Pass pass)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(pass);
        var pullbacks = new Pullback<T>[Layers.Count];
        var statistics = new Parameters<T>[Layers.Count];
        var output = input;
        for (var place = 0; place < pullbacks.Length; place++)
        {
            var result = Layers[place].Forward(output, pass.Within(place));
            (output, pullbacks[place]) = result;
            statistics[place] = result.Statistics;
        }

        return new(output, outputGradient => PullBack(pullbacks, outputGradient)) { Statistics = Joined(statistics) };
    }

    /// <summary>All statistics where some layer's have gone on, those of the others as they were; none where all stay.</summary>
    internal Parameters<T> Joined(Parameters<T>[] statistics) => Array.TrueForAll(statistics, own => own.Entries.IsEmpty)
        ? Parameters<T>.None
        : Parameters<T>.Concat(Layers.Select((layer, place) => (statistics[place].Entries.IsEmpty ? layer.Statistics : statistics[place]).Within(place)).ToSeq());

    /// <summary>The chain with parts of the given values put into its layers, in their order.</summary>
    private Chain<T> Replaced(Parameters<T> values, Func<Layer<T>, Parameters<T>> held, Func<Layer<T>, Parameters<T>, Layer<T>> put)
    {
        var taken = 0;
        return new(Layers.Map(layer =>
        {
            var own = held(layer).Entries;
            var next = new Parameters<T>(own.Select((entry, i) => entry with { Values = values.Entries[taken + i].Values }).ToSeq().Strict());
            taken += own.Count;
            return put(layer, next);
        }).Strict());
    }

    private static LayerGradient<T> PullBack(Pullback<T>[] pullbacks, Matrix<T> outputGradient)
    {
        var parameters = new Parameters<T>[pullbacks.Length];
        Func<Matrix<T>> gradient = () => outputGradient;
        for (var place = pullbacks.Length - 1; place >= 0; place--)
        {
            var layer = pullbacks[place](gradient());
            parameters[place] = layer.Parameters.Within(place);
            gradient = () => layer.Input;
        }

        return new(Parameters<T>.Concat(parameters.ToSeq()), gradient);
    }

    /// <summary>The features that the chain takes, after checking that the layers fit together.</summary>
    private static int? FirstSize(Seq<Layer<T>> layers)
    {
        int? first = null;
        int? size = null;
        for (var place = 0; place < layers.Count; place++)
        {
            var layer = layers[place];
            if (layer.InputSize is { } expected)
            {
                if (size is { } given && given != expected)
                {
                    throw new ArgumentException(
                        $"layer {place}, {layer.Title}, expects {expected} × samples, got {given} × samples from what stands before it.", nameof(layers));
                }

                // Layers before the first one of a fixed size take any number of features and keep it.
                first ??= size is null ? expected : null;
                size = expected;
            }

            size = size is { } known ? layer.OutputSize(known) : null;
        }

        return first;
    }
}
