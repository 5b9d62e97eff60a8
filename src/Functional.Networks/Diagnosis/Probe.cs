namespace Functional.Networks;

using System.Collections.Generic;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Elementwise.Operations;
using MathNet.Numerics.LinearAlgebra;

/// <summary>
/// One way forward and back through a network that keeps what each layer gave and got. It goes into chains and residual blocks, any
/// other layer is seen from outside.
/// </summary>
internal sealed class Probe<T>
    where T : struct, IFloatingPointIeee754<T>
{
    private readonly List<Seen> seen = [];

    /// <summary>A layer's output, the gradient by it, and the gradient by the layer's own parameters.</summary>
    /// <param name="Layer">The layer.</param>
    /// <param name="Pass">The pass as the layer saw it.</param>
    /// <param name="Output">[outputs × samples].</param>
    public sealed record Seen(Layer<T> Layer, Pass Pass, Matrix<T> Output)
    {
        /// <summary>∂L/∂output, [outputs × samples], once it has come back.</summary>
        public Matrix<T>? OutputGradient { get; set; }

        /// <summary>∂L/∂parameters of the layer itself, once it has come back; none for a layer that was gone into.</summary>
        public Parameters<T> ParameterGradient { get; set; } = Parameters<T>.None;

        /// <summary>The layer's own parameters; none for a layer that was gone into.</summary>
        public Parameters<T> Parameters => Layer is Residual<T> ? Parameters<T>.None : Layer.Parameters;
    }

    /// <summary>The layers in the order in which they gave their output.</summary>
    public IReadOnlyList<Seen> Layers => seen;

    /// <summary>Goes through a layer.</summary>
    /// <returns>The output, and the way back, which gives the gradient by the input.</returns>
    public (Matrix<T> Output, System.Func<Matrix<T>, Matrix<T>> Back) Through(Layer<T> layer, Matrix<T> input, Pass pass)
    {
        switch (layer)
        {
            case Chain<T> chain:
                var backs = new System.Func<Matrix<T>, Matrix<T>>[chain.Layers.Count];
                var last = input;
                for (var place = 0; place < backs.Length; place++)
                {
                    (last, backs[place]) = Through(chain.Layers[place], last, pass.Within(place));
                }

                return (last, gradient =>
                {
                    for (var place = backs.Length - 1; place >= 0; place--)
                    {
                        gradient = backs[place](gradient);
                    }

                    return gradient;
                }
                );
            case Residual<T> residual:
                var (inner, back) = Through(residual.Inner, input, pass);
                var sum = Keep(layer, pass, Elements.Map(default(Add<T>), input, inner, pass.Execution));
                return (sum.Output, gradient =>
                {
                    sum.OutputGradient = gradient;
                    return Elements.Map(default(Add<T>), gradient, back(gradient), pass.Execution);
                }
                );
            default:
                var forward = layer.Forward(input, pass);
                var own = Keep(layer, pass, forward.Output);
                return (forward.Output, gradient =>
                {
                    var result = forward.Pullback(gradient);
                    own.OutputGradient = gradient;
                    own.ParameterGradient = result.Parameters;
                    return result.Input;
                }
                );
        }
    }

    private Seen Keep(Layer<T> layer, Pass pass, Matrix<T> output)
    {
        var kept = new Seen(layer, pass, output);
        seen.Add(kept);
        return kept;
    }
}
