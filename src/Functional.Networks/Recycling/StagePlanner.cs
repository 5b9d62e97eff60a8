namespace Functional.Networks;

using System;
using System.Collections.Generic;
using System.Linq;

/// <summary>Turns a network into stages with room for so many samples.</summary>
/// <param name="Layout">Where the network's parameters stand.</param>
/// <param name="Samples">The number of samples.</param>
/// <param name="Padding">The number of a vector's lanes.</param>
/// <param name="IsTraining">Whether there is a way back.</param>
internal sealed record StagePlanner<T>(ParameterLayout Layout, int Samples, int Padding, bool IsTraining)
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>Whether every layer of a network can work in recycled memory.</summary>
    public static bool Covers(Layer<T> layer) => layer switch
    {
        Affine<T> or Activated<T> => true,
        Residual<T> residual => Covers(residual.Inner),
        Chain<T> chain => chain.Layers.ForAll(Covers),
        _ => false,
    };

    /// <summary>The stages of a network whose input has so many features.</summary>
    public StageChain<T> Plan(Layer<T> network, int inputs)
    {
        var slot = 0;
        var input = new Signal<T>(inputs, Samples, Padding, hasGradients: false);
        return Plan(network, input, needsGradient: false, ref slot);
    }

    private StageChain<T> Plan(Layer<T> network, Signal<T> input, bool needsGradient, ref int slot)
    {
        var stages = new List<Stage<T>>();
        var signal = input;
        foreach (var layer in Flatten(network))
        {
            // From the first parameters on, the way back must come as far as here.
            needsGradient |= layer.Parameters.Entries.Count > 0;
            var output = new Signal<T>(layer.OutputSize(signal.Rows), Samples, Padding, IsTraining && needsGradient);
            stages.Add(Stage(layer, signal, output, ref slot));
            signal = output;
        }

        return new(input, [.. stages]);
    }

    private Stage<T> Stage(Layer<T> layer, Signal<T> input, Signal<T> output, ref int slot)
    {
        switch (layer)
        {
            case Affine<T>:
                slot += 2;
                return new AffineStage<T>(input, output, Layout.Slots[slot - 2], Layout.Slots[slot - 1]);
            case Activated<T> activated:
                return new ActivationStage<T>(input, output, activated.Activation.Kernel<T>());
            case Residual<T> residual:
                var inlet = new Signal<T>(input.Rows, Samples, Padding, input.Gradients.Length > 0);
                return new ResidualStage<T>(input, output, inlet, Plan(residual.Inner, inlet, input.Gradients.Length > 0, ref slot));
            default:
                throw new ArgumentException($"{layer.Title} cannot work in recycled memory.", nameof(layer));
        }
    }

    private static IEnumerable<Layer<T>> Flatten(Layer<T> layer) => layer is Chain<T> chain ? chain.Layers.SelectMany(Flatten) : [layer];
}
