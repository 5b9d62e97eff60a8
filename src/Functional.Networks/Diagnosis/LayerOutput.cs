namespace Functional.Networks;

using System.Linq;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;

/// <summary>What one layer gave for a batch.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="Place">Where it stands, such as "layer 2", or "layer 2.0" inside another layer.</param>
/// <param name="Layer">The layer.</param>
/// <param name="Output">[outputs × samples].</param>
public sealed record LayerOutput<T>(string Place, Layer<T> Layer, Matrix<T> Output)
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>What every layer of a network gives for a batch, in the order in which they are applied.</summary>
    /// <remarks>It goes into chains and residual blocks, which stand behind the layers inside them; any other layer is seen from outside.</remarks>
    /// <param name="network">The network.</param>
    /// <param name="input">[features × samples].</param>
    /// <param name="pass">For inference or for training; inference when left out.</param>
    /// <exception cref="System.ArgumentException">The input's shape does not fit; the message names the layer and both shapes.</exception>
    public static Seq<LayerOutput<T>> Of(Layer<T> network, Matrix<T> input, Pass? pass = null)
    {
        var probe = new Probe<T>();
        _ = probe.Through(network, input, pass ?? Pass.Inference());
        return probe.Layers.Select(seen => new LayerOutput<T>(seen.Pass.Place, seen.Layer, seen.Output)).ToArray().ToSeq().Strict();
    }
}
