namespace Functional.Experiments;

using System.Linq;
using Functional.Data;
using Functional.Networks;
using Functional.Numerics;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Layers as nodes of an ONNX graph, in inference form and single precision.</summary>
internal sealed class OnnxLayers<T>(OnnxGraph graph)
    where T : struct, IFloatingPointIeee754<T>
{
    private const double InverseSquareRootOfTwo = 0.70710678118654752440;
    private static readonly long[] OverFeatures = [1];

    /// <summary>Adds a layer behind a value.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="input">The name of the value, [batch, features].</param>
    /// <param name="place">The layer's place with a point behind it, or nothing.</param>
    /// <returns>The name of the layer's output, or a fault that names the layer that has no form in ONNX.</returns>
    public Either<DataFault, string> Add(Layer<T> layer, string input, string place) => layer switch
    {
        Chain<T> chain => chain.Layers.Select((each, number) => (each, number)).Aggregate(
            Prelude.Right<DataFault, string>(input),
            (value, next) => value.Bind(before => Add(next.each, before, $"{place}{next.number}."))),
        Residual<T> residual => Add(residual.Inner, input, place).Map(inner => graph.Node("Add", [input, inner])),
        Affine<T> affine => graph.Node("Gemm", [input, Rows($"{place}weights", affine.Weights), Vector($"{place}bias", affine.Bias)], ("transB", 1L)),
        Activated<T> activated => Activation(activated.Activation, input, place, activated.Title),
        BatchNormalisation<T> batch => graph.Node(
            "BatchNormalization",
            [input, Vector($"{place}scale", batch.Scale), Vector($"{place}shift", batch.Shift), Vector($"{place}mean", batch.Mean), Vector($"{place}variance", batch.Variance)],
            ("epsilon", (float)batch.Epsilon)),
        LayerNormalisation<T> normalisation => graph.Node(
            "LayerNormalization",
            [input, Vector($"{place}scale", normalisation.Scale), Vector($"{place}shift", normalisation.Shift)],
            ("axis", -1L),
            ("epsilon", (float)normalisation.Epsilon)),
        RmsNormalisation<T> rms => graph.Node("Mul", [RootMeanSquareNormalised(input, rms.Epsilon), Vector($"{place}scale", rms.Scale)]),
        ParametricRelu<T> relu => graph.Node("PRelu", [input, Vector($"{place}slope", relu.Slopes)]),
        Maxout<T> maxout => graph.Node(
            "ReduceMax",
            [graph.Node("Reshape", [input, graph.Wholes(0, maxout.Pieces, maxout.InputSize.GetValueOrDefault() / maxout.Pieces)])],
            ("axes", OverFeatures),
            ("keepdims", 0L)),
        Dropout<T> => input,
        _ => Unknown(place, layer.Title),
    };

    private Either<DataFault, string> Activation(Activation activation, string input, string place, string title) => activation switch
    {
        Identity => input,
        Relu => graph.Node("Relu", [input]),
        Sigmoid => graph.Node("Sigmoid", [input]),
        Tanh => graph.Node("Tanh", [input]),
        Softplus => graph.Node("Softplus", [input]),
        Softmax => graph.Node("Softmax", [input], ("axis", 1L)),
        LeakyRelu leaky => graph.Node("LeakyRelu", [input], ("alpha", (float)leaky.Slope)),
        Elu elu => graph.Node("Elu", [input], ("alpha", (float)elu.Alpha)),
        Silu => graph.Node("Mul", [input, graph.Node("Sigmoid", [input])]),
        Gelu => graph.Node("Mul", [input, NormalShare(input)]),
        _ => Unknown(place, title),
    };

    /// <summary>½·(1 + erf(x/√2)).</summary>
    private string NormalShare(string input)
    {
        var error = graph.Node("Erf", [graph.Node("Mul", [input, Number(InverseSquareRootOfTwo)])]);
        return graph.Node("Mul", [graph.Node("Add", [error, Number(1)]), Number(0.5)]);
    }

    /// <summary>x / √(mean of x² + ε).</summary>
    private string RootMeanSquareNormalised(string input, double epsilon)
    {
        var mean = graph.Node("ReduceMean", [graph.Node("Mul", [input, input])], ("axes", OverFeatures), ("keepdims", 1L));
        return graph.Node("Div", [input, graph.Node("Sqrt", [graph.Node("Add", [mean, Number(epsilon)])])]);
    }

    private string Number(double value) => graph.Constant(null, [], (float)value);

    private string Vector(string name, MathNet.Numerics.LinearAlgebra.Vector<T> values) =>
        graph.Constant(name, [values.Count], [.. values.Numbers.ToArray().Select(float.CreateTruncating)]);

    /// <summary>A matrix row after row.</summary>
    private string Rows(string name, Matrix<T> values)
    {
        var (rows, columns, from) = (values.RowCount, values.ColumnCount, values.Numbers.ToArray());
        var numbers = new float[rows * columns];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                numbers[(row * columns) + column] = float.CreateTruncating(from[(column * rows) + row]);
            }
        }

        return graph.Constant(name, [rows, columns], numbers);
    }

    private static DataFault Unknown(string place, string title) => new(
        place.Length == 0 ? $"the layer {title}" : $"layer {place[..^1]}, {title}",
        "it has no form in ONNX here",
        "affine layers, the library's activations and normalisations, Maxout, parametric ReLU, dropout, chains and residual blocks");
}
