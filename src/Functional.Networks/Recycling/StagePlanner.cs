namespace Functional.Networks;

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Functional.Numerics;
using Functional.Numerics.Products;

/// <summary>Turns a network into stages with room for so many samples.</summary>
/// <param name="Layout">Where the network's parameters stand.</param>
/// <param name="Statistics">The network's statistics.</param>
/// <param name="Samples">The number of samples.</param>
/// <param name="Padding">The number of a vector's lanes.</param>
/// <param name="IsTraining">Whether there is a way back.</param>
/// <param name="Alone">The vectors to use for a few samples where one thread has all of them; nothing where several share them.</param>
internal sealed record StagePlanner<T>(
    ParameterLayout Layout, StatisticStore<T> Statistics, int Samples, int Padding, bool IsTraining, VectorWidth? Alone = null)
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>Whether every layer of a network can work in recycled memory.</summary>
    public static bool Covers(Layer<T> layer) => layer switch
    {
        Affine<T> or Activated<T> or BatchNormalisation<T> or LayerNormalisation<T> or RmsNormalisation<T> or Dropout<T> or Maxout<T> or ParametricRelu<T> => true,
        Residual<T> residual => Covers(residual.Inner),
        Chain<T> chain => chain.Layers.ForAll(Covers),
        _ => false,
    };

    /// <summary>Whether some layer needs a whole batch at its place when it is trained.</summary>
    public static bool NeedsWholeBatch(Layer<T> layer) => layer switch
    {
        BatchNormalisation<T> => true,
        Residual<T> residual => NeedsWholeBatch(residual.Inner),
        Chain<T> chain => chain.Layers.Exists(NeedsWholeBatch),
        _ => false,
    };

    /// <summary>The stages of a network whose input has so many features.</summary>
    public StageChain<T> Plan(Layer<T> network, int inputs) =>
        Plan(network, [], new Signal<T>(inputs, Samples, Padding, hasGradients: false), needsGradient: false, new Cursor());

    private StageChain<T> Plan(Layer<T> network, ImmutableArray<int> path, Signal<T> input, bool needsGradient, Cursor cursor)
    {
        var stages = new List<Stage<T>>();
        var signal = input;
        var layers = Flatten(network, path).Where(at => IsTraining || at.Layer is not Dropout<T>).ToArray();
        for (var number = 0; number < layers.Length; number++)
        {
            // From the first parameters on, the way back must come as far as here.
            var (layer, place) = layers[number];
            needsGradient |= layer.Parameters.Entries.Count > 0;
            var activated = number + 1 < layers.Length ? layers[number + 1].Layer as Activated<T> : null;
            if (layer is Affine<T> && FewSamples(activated, signal, needsGradient, cursor) is { } stage)
            {
                stages.Add(stage);
                number += activated is null ? 0 : 1;
            }
            else
            {
                stages.Add(Stage(layer, place, signal, Output(layer.OutputSize(signal.Rows), needsGradient), cursor));
            }

            signal = stages[^1].Output;
        }

        return new(input, [.. stages]);
    }

    /// <summary>Room for what a layer makes.</summary>
    private Signal<T> Output(int rows, bool needsGradient) => new(rows, Samples, Padding, IsTraining && needsGradient);

    /// <summary>An affine layer, with the activation behind it if there is one, for a few samples; nothing where that does not pay or the activation takes more than single numbers.</summary>
    private FewSamplesStage<T>? FewSamples(Activated<T>? activated, Signal<T> input, bool needsGradient, Cursor cursor)
    {
        var (weights, bias) = (Layout.Slots[cursor.Parameter], Layout.Slots[cursor.Parameter + 1]);
        var shape = new AffineShape(weights.Rows, weights.Columns, weights.Offset, bias.Offset, input.Stride, weights.Stride);
        if (Alone is not { } width
            || !AffineProducts<T>.Pays(Samples, shape, width)
            || (activated?.Activation ?? new Identity()).Kernel<T>().Behind(shape, width) is not { } products)
        {
            return null;
        }

        cursor.Parameter += 2;
        var sums = Output(weights.Rows, needsGradient);
        var output = activated is null ? sums : Output(weights.Rows, needsGradient);
        return new(input, sums, output, weights, bias, products);
    }

    private Stage<T> Stage(Layer<T> layer, ImmutableArray<int> path, Signal<T> input, Signal<T> output, Cursor cursor)
    {
        switch (layer)
        {
            case Affine<T>:
                return new AffineStage<T>(input, output, Next(cursor), Next(cursor), cursor.Affine++, IsTraining ? Samples : 0);
            case Activated<T> activated:
                return new ActivationStage<T>(input, output, activated.Activation.Kernel<T>());
            case BatchNormalisation<T> batch when IsTraining:
                return new BatchNormalisationStage<T>(
                    input, output, batch, (Next(cursor), Next(cursor)), (NextStatistic(cursor), NextStatistic(cursor)), Statistics, Room(input));
            case BatchNormalisation<T> batch:
                return new BatchNormalisationInferenceStage<T>(input, output, batch, Next(cursor), Next(cursor));
            case LayerNormalisation<T> normalisation:
                return new FeatureNormalisationStage<T>(input, output, normalisation.Kernel, Next(cursor), Next(cursor), Room(input), Samples);
            case RmsNormalisation<T> normalisation:
                return new FeatureNormalisationStage<T>(input, output, normalisation.Kernel, Next(cursor), shift: null, Room(input), Samples);
            case Dropout<T> dropout:
                return new DropoutStage<T>(input, output, dropout.Rate, path, Room(input));
            case Maxout<T>:
                return new MaxoutStage<T>(input, output);
            case ParametricRelu<T>:
                return new ParametricReluStage<T>(input, output, Next(cursor));
            case Residual<T> residual:
                var inlet = new Signal<T>(input.Rows, Samples, Padding, input.Gradients.Length > 0);
                return new ResidualStage<T>(input, output, inlet, Plan(residual.Inner, path, inlet, input.Gradients.Length > 0, cursor));
            default:
                throw new ArgumentException($"{layer.Title} cannot work in recycled memory.", nameof(layer));
        }
    }

    private ParameterSlot Next(Cursor cursor) => Layout.Slots[cursor.Parameter++];

    private ParameterSlot NextStatistic(Cursor cursor) => Statistics.Layout.Slots[cursor.Statistic++];

    /// <summary>Room in the shape of a signal's values.</summary>
    private Signal<T> Room(Signal<T> shape) => new(shape.Rows, Samples, Padding, hasGradients: false);

    /// <summary>The layers of nested chains in the order in which they are applied, each with its place as a pass tells it.</summary>
    private static IEnumerable<(Layer<T> Layer, ImmutableArray<int> Path)> Flatten(Layer<T> layer, ImmutableArray<int> path) => layer is Chain<T> chain
        ? chain.Layers.Select((inner, number) => (inner, number)).SelectMany(at => Flatten(at.inner, path.Add(at.number)))
        : [(layer, path)];

    /// <summary>How many parameters, statistics and affine layers have found their stages.</summary>
    private sealed class Cursor
    {
        public int Parameter { get; set; }

        public int Statistic { get; set; }

        public int Affine { get; set; }
    }
}
