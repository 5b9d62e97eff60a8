namespace Functional.Experiments;

using System.IO;
using System.Linq;
using Functional.Networks;
using Functional.Numerics.Randomness;

/// <summary>Carries grains for another process: what comes in on one stream is answered on another one, until it ends.</summary>
internal static class GrainServer
{
    /// <summary>Serves.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="worker">Who carries the grains.</param>
    /// <param name="network">The network, whose parameters' names and shapes count.</param>
    /// <param name="input">Where messages come from.</param>
    /// <param name="output">Where answers go.</param>
    public static void Run<T>(IGrainWorker<T> worker, Chain<T> network, Stream input, Stream output)
        where T : struct, System.Numerics.IFloatingPointIeee754<T>
    {
        var reader = new BinaryReader(input);
        var writer = new BinaryWriter(output);
        for (var message = input.ReadByte(); message >= 0; message = input.ReadByte())
        {
            switch ((byte)message)
            {
                case GrainMessages.Begin:
                    var key = new RandomKey(reader.ReadUInt64());
                    worker.Begin(reader.ReadParameters(network.Parameters), key);
                    break;
                case GrainMessages.Forward:
                    writer.Write(worker.Forward(Stretch(), Grains(), reader.ReadMatrices<T>()));
                    break;
                case GrainMessages.Backward:
                    var gradients = worker.Backward(Stretch(), Grains(), reader.ReadMatrices<T>());
                    writer.Write(gradients.Length);
                    foreach (var gradient in gradients)
                    {
                        writer.Write(gradient.Input);
                        writer.Write(gradient.Parameters);
                    }

                    break;
                default:
                    throw new InvalidDataException($"There is no message {message}.");
            }

            writer.Flush();
        }

        Stretch Stretch() => new(reader.ReadInt32(), reader.ReadInt32());

        int[] Grains() => [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadInt32())];
    }
}
