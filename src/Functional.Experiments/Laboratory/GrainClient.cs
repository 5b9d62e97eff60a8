namespace Functional.Experiments;

using System;
using System.IO;
using System.Linq;
using Functional.Networks;
using Functional.Numerics.Randomness;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Has grains carried by another process, over two streams.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
internal sealed class GrainClient<T> : IGrainWorker<T>, IDisposable
    where T : struct, System.Numerics.IFloatingPointIeee754<T>
{
    private readonly Chain<T> network;
    private readonly BinaryWriter writer;
    private readonly BinaryReader reader;

    /// <summary>A client.</summary>
    /// <param name="network">The network, whose parameters' names and shapes count.</param>
    /// <param name="output">Where messages go.</param>
    /// <param name="input">Where answers come from.</param>
    public GrainClient(Chain<T> network, Stream output, Stream input)
    {
        this.network = network;
        writer = new(output);
        reader = new(input);
    }

    /// <inheritdoc/>
    public void Begin(Parameters<T> parameters, RandomKey key)
    {
        writer.Write(GrainMessages.Begin);
        writer.Write(key.Value);
        writer.Write(parameters);
        writer.Flush();
    }

    /// <inheritdoc/>
    public Matrix<T>[] Forward(Stretch stretch, int[] grains, Matrix<T>[] inputs)
    {
        Send(GrainMessages.Forward, stretch, grains, inputs);
        return reader.ReadMatrices<T>();
    }

    /// <inheritdoc/>
    public GrainGradient<T>[] Backward(Stretch stretch, int[] grains, Matrix<T>[] outputGradients)
    {
        Send(GrainMessages.Backward, stretch, grains, outputGradients);
        var like = Parameters<T>.Concat(Enumerable.Range(stretch.First, stretch.End - stretch.First).Select(place => network.Layers[place].Parameters.Within(place)).ToArray().ToSeq());
        var gradients = new GrainGradient<T>[reader.ReadInt32()];
        for (var i = 0; i < gradients.Length; i++)
        {
            gradients[i] = new(reader.ReadMatrix<T>(), reader.ReadParameters(like));
        }

        return gradients;
    }

    /// <summary>Closes both streams.</summary>
    public void Dispose()
    {
        writer.Dispose();
        reader.Dispose();
    }

    private void Send(byte message, Stretch stretch, int[] grains, Matrix<T>[] matrices)
    {
        writer.Write(message);
        writer.Write(stretch.First);
        writer.Write(stretch.End);
        writer.Write(grains.Length);
        foreach (var grain in grains)
        {
            writer.Write(grain);
        }

        writer.Write(matrices);
        writer.Flush();
    }
}
