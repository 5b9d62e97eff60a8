namespace Functional.Experiments;

using System;
using System.Linq;
using Functional.Data;
using Functional.Networks;
using LanguageExt;

/// <summary>What an architecture becomes for a number of inputs: its layers with their sizes, without any parameters.</summary>
/// <param name="Inputs">The number of features.</param>
/// <param name="Outputs">The number of outputs.</param>
/// <param name="Layers">The layers in the order in which they are applied, those within residual blocks too.</param>
public sealed record Outline(int Inputs, int Outputs, Seq<OutlinedLayer> Layers)
{
    /// <summary>The layers in the order in which they are applied, those within residual blocks too.</summary>
    public Seq<OutlinedLayer> Layers { get; init => field = Given.NoNulls(value); } = Given.NoNulls(Layers);

    /// <summary>How many numbers the parameters have in all.</summary>
    public long ParameterCount => Layers.Sum(layer => layer.ParameterCount);

    /// <summary>All parameter tensors under the names that a network of this architecture gives them.</summary>
    public Seq<OutlinedTensor> Tensors => Layers.Bind(layer => layer.Tensors).Strict();

    /// <summary>All statistics under the names that a network of this architecture gives them.</summary>
    public Seq<OutlinedTensor> Statistics => Layers.Bind(layer => layer.Statistics).Strict();

    /// <summary>Goes through an architecture.</summary>
    /// <param name="architecture">The architecture.</param>
    /// <param name="inputs">The number of features, at least 1.</param>
    /// <returns>The outline, or why the parts do not fit together.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of features is less than 1.</exception>
    public static Either<DataFault, Outline> Of(Architecture architecture, int inputs)
    {
        ArgumentNullException.ThrowIfNull(architecture);
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        return Walk(architecture, inputs, string.Empty)
            .Map(layers => new Outline(inputs, layers.IsEmpty ? inputs : layers[layers.Count - 1].Outputs, layers));
    }

    private static Either<DataFault, Seq<OutlinedLayer>> Walk(Architecture architecture, int inputs, string place) => architecture switch
    {
        Chain chain => chain.Parts
            .Select((part, number) => (part, number))
            .Aggregate(
                Prelude.Right<DataFault, (Seq<OutlinedLayer> Layers, int Size)>((Seq<OutlinedLayer>.Empty, inputs)),
                (sum, next) => sum.Bind(before => Walk(next.part, before.Size, Within(place, next.number))
                    .Map(layers => (before.Layers.Concat(layers).Strict(), layers.IsEmpty ? before.Size : layers[layers.Count - 1].Outputs))))
            .Map(sum => sum.Layers),
        Residual residual => Walk(residual.Inner, inputs, place).Bind(layers => !layers.IsEmpty && layers[layers.Count - 1].Outputs != inputs
            ? new DataFault(
                place.Length == 0 ? "the residual block" : $"the residual block at {place}",
                $"it makes {layers[layers.Count - 1].Outputs} outputs of {inputs} inputs",
                "as many outputs as inputs")
            : Prelude.Right<DataFault, Seq<OutlinedLayer>>(layers)),
        Affine affine => Prelude.Seq1(new OutlinedLayer(place, "Affine", inputs, affine.Outputs, Prelude.Seq(
            new OutlinedTensor(Named(place, "weights"), Prelude.Seq(affine.Outputs, inputs)),
            new OutlinedTensor(Named(place, "bias"), Prelude.Seq1(affine.Outputs))))),
        BatchNormalisation => Prelude.Seq1(new OutlinedLayer(place, "Batch normalisation", inputs, inputs, ForEvery(place, inputs, "scale", "shift"))
        {
            Statistics = ForEvery(place, inputs, "mean", "variance"),
        }),
        LayerNormalisation => Prelude.Seq1(new OutlinedLayer(place, "Layer normalisation", inputs, inputs, ForEvery(place, inputs, "scale", "shift"))),
        RmsNormalisation => Prelude.Seq1(new OutlinedLayer(place, "RMS normalisation", inputs, inputs, ForEvery(place, inputs, "scale"))),
        ParametricRelu => Prelude.Seq1(new OutlinedLayer(place, "Parametric ReLU", inputs, inputs, ForEvery(place, inputs, "slope"))),
        Dropout dropout => Prelude.Seq1(new OutlinedLayer(place, $"Dropout {dropout.Rate}", inputs, inputs, Seq<OutlinedTensor>.Empty)),
        Maxout maxout => inputs % maxout.Pieces == 0
            ? Prelude.Seq1(new OutlinedLayer(place, $"Maxout over {maxout.Pieces}", inputs, inputs / maxout.Pieces, Seq<OutlinedTensor>.Empty))
            : new DataFault(
                place.Length == 0 ? "the maxout" : $"the maxout at {place}", $"it takes the largest of {maxout.Pieces} of {inputs} inputs", $"a multiple of {maxout.Pieces} inputs"),
        Activation activation => Prelude.Seq1(new OutlinedLayer(place, activation.Title, inputs, inputs, Seq<OutlinedTensor>.Empty)),
        _ => throw new ArgumentException($"There is no outline for {architecture.GetType().Name}.", nameof(architecture)),
    };

    private static Seq<OutlinedTensor> ForEvery(string place, int features, params string[] names) =>
        names.Select(name => new OutlinedTensor(Named(place, name), Prelude.Seq1(features))).ToSeq().Strict();

    private static string Within(string place, int number) => place.Length == 0 ? $"{number}" : $"{place}.{number}";

    private static string Named(string place, string name) => place.Length == 0 ? name : $"{place}.{name}";
}
