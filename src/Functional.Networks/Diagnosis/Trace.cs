namespace Functional.Networks;

using System;
using System.Linq;
using LanguageExt;

/// <summary>Every intermediate value of one way through a network and back: for people who want to see backpropagation at work.</summary>
public static class Trace
{
    /// <summary>Goes forward and back once, into chains and residual blocks; layers of any other kind are seen from outside.</summary>
    /// <remarks>Penalties act on parameters alone and are in none of these values.</remarks>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="loss">The loss.</param>
    /// <param name="network">The network.</param>
    /// <param name="batch">The samples.</param>
    /// <param name="pass">For inference or for training; inference when left out.</param>
    /// <returns>The layers in the order in which they are applied; a residual block stands behind the layers inside it.</returns>
    /// <exception cref="ArgumentException">The batch does not fit the network.</exception>
    public static Seq<TracedLayer<T>> Of<T>(Loss loss, Layer<T> network, Batch<T> batch, Pass? pass = null)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(batch);
        pass ??= Pass.Inference();
        var probe = new Probe<T>();
        var (output, back) = probe.Through(network, batch.Inputs, pass);
        back(loss.Evaluate(output, batch.Targets, pass.Execution).Gradient);
        return probe.Layers
            .Select(seen => new TracedLayer<T>(
                seen.Pass.Place,
                seen.Layer,
                seen.Output,
                seen.OutputGradient ?? throw new InvalidOperationException($"No gradient came back to {seen.Pass.Place}."),
                seen.ParameterGradient))
            .ToSeq().Strict();
    }
}
