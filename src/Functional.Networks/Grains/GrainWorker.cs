namespace Functional.Networks;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Carries grains through a network and back in this process. It remembers one step's way: for one thread at a time.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
internal sealed class GrainWorker<T> : IGrainWorker<T>
    where T : struct, IFloatingPointIeee754<T>
{
    private readonly Dictionary<(int First, int Grain), Pullback<T>[]> ways = [];
    private readonly Execution execution;
    private Chain<T> network;
    private RandomKey key;

    /// <summary>A worker for a network.</summary>
    /// <param name="network">The network; its parameters do not count.</param>
    /// <param name="execution">How to compute.</param>
    public GrainWorker(Chain<T> network, Execution execution)
    {
        this.network = network;
        this.execution = execution;
    }

    /// <inheritdoc/>
    public void Begin(Parameters<T> parameters, RandomKey key)
    {
        ways.Clear();
        network = (Chain<T>)network.With(parameters);
        this.key = key;
    }

    /// <inheritdoc/>
    public Matrix<T>[] Forward(Stretch stretch, int[] grains, Matrix<T>[] inputs) => [.. grains.Select((grain, i) => Forward(stretch, grain, inputs[i]))];

    /// <inheritdoc/>
    public GrainGradient<T>[] Backward(Stretch stretch, int[] grains, Matrix<T>[] outputGradients) => [.. grains.Select((grain, i) => Backward(stretch, grain, outputGradients[i]))];

    private Matrix<T> Forward(Stretch stretch, int grain, Matrix<T> input)
    {
        var pass = new TrainingPass(key, execution) { FirstSample = grain * Arithmetic.GrainSize };
        var way = new Pullback<T>[stretch.End - stretch.First];
        var values = input;
        for (var place = stretch.First; place < stretch.End; place++)
        {
            (values, way[place - stretch.First]) = network.Layers[place].Forward(values, pass.Within(place));
        }

        ways[(stretch.First, grain)] = way;
        return values;
    }

    private GrainGradient<T> Backward(Stretch stretch, int grain, Matrix<T> outputGradient)
    {
        if (!ways.Remove((stretch.First, grain), out var way))
        {
            throw new InvalidOperationException($"Grain {grain} has not been carried through layer {stretch.First} in this step.");
        }

        var parameters = new Parameters<T>[way.Length];
        var gradient = outputGradient;
        for (var i = way.Length - 1; i >= 0; i--)
        {
            var layer = way[i](gradient);
            parameters[i] = layer.Parameters.Within(stretch.First + i);
            gradient = layer.Input;
        }

        return new(gradient, Parameters<T>.Concat(parameters.ToSeq()));
    }
}
