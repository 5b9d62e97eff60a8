namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text.Json;
using Functional.Data;
using Functional.Numerics;
using LanguageExt;

/// <summary>Trained networks as ONNX files, which other programs can run: version 8 of the intermediate representation, operator set 17.</summary>
/// <remarks>
/// <para>The input <c>features</c> is [batch, features] in single precision, features as they are stored: their scaling is the first part of the graph. The
/// output <c>outputs</c> is what the network gives, and <c>probabilities</c> follows where the outputs are logits. Any number of samples fits. Layers are in
/// inference form: batch normalisation with its running statistics, dropout left out. Parameters keep the names they have here.</para>
/// <para>Numbers are in single precision; a network in double precision is rounded to it. What an operator set of 17 lacks is composed: GELU from the error
/// function, SiLU from the sigmoid, RMS normalisation from means and roots, Maxout from a largest element.</para>
/// <para>The format: https://github.com/onnx/onnx, docs/IR.md and docs/Operators.md; messages of protocol buffers.</para>
/// </remarks>
public static class OnnxFile
{
    /// <summary>The version of the intermediate representation.</summary>
    public const int RepresentationVersion = 8;

    /// <summary>The version of the operator set.</summary>
    public const int OperatorSet = 17;

    /// <summary>The name of the input, [batch, features].</summary>
    public const string InputName = "features";

    /// <summary>The name of the network's outputs, [batch, classes].</summary>
    public const string OutputName = "outputs";

    /// <summary>The name of the probabilities, [batch, classes], where the outputs are logits.</summary>
    public const string ProbabilityName = "probabilities";

    /// <summary>A message of protocol buffers has at most 2 GiB; some of them remain for all but the parameters.</summary>
    private const long MaximumBytes = int.MaxValue - (1 << 24);

    /// <summary>Saves a model; an existing file is replaced, whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="model">The model.</param>
    /// <returns>Nothing, or why not: a layer that has no form in ONNX, which the fault names, or a file that cannot be written.</returns>
    public static Either<DataFault, Unit> Save(string path, Model model)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Bytes(Given.NotNull(model)).Bind(bytes => AtomicFile.Write(path, stream => stream.Write(bytes)));
    }

    /// <summary>Writes a model to a stream. Equal models give equal bytes.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="model">The model.</param>
    /// <returns>Nothing, or a fault that names the layer that has no form in ONNX.</returns>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public static Either<DataFault, Unit> Write(Stream stream, Model model)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Bytes(Given.NotNull(model)).Map(bytes =>
    {
        stream.Write(bytes);
        return Unit.Default;
    });
    }

    private static Either<DataFault, byte[]> Bytes(Model model) => model switch
    {
        _ when (long)model.ParameterCount * sizeof(float) > MaximumBytes => new DataFault(
            "the network", $"its parameters have {(long)model.ParameterCount * sizeof(float)} bytes", $"at most {MaximumBytes}, since an ONNX file is one message of less than 2 GiB"),
        Model<float> single => Bytes(single),
        Model<double> dual => Bytes(dual),
        _ => throw new ArgumentException($"A model of {model.GetType().Name} cannot be written.", nameof(model)),
    };

    private static Either<DataFault, byte[]> Bytes<T>(Model<T> model)
        where T : struct, IFloatingPointIeee754<T>
    {
        var description = model.Description;
        var graph = new OnnxGraph();
        return new OnnxLayers<T>(graph).Add(model.Network, Scaled(graph, description.Scaling), string.Empty).Map(last =>
        {
            graph.Node("Identity", [last], OutputName);
            var outputs = new List<(string, int)> { (OutputName, description.ClassCount) };
            if (description.Outputs is OutputMeaning.Logits or OutputMeaning.IndependentLogits)
            {
                outputs.Add((ProbabilityName, description.ClassCount));
                _ = description.Outputs == OutputMeaning.Logits
                    ? graph.Node("Softmax", [OutputName], ProbabilityName, ("axis", 1L))
                    : graph.Node("Sigmoid", [OutputName], ProbabilityName);
            }

            using var message = new OnnxMessage();
            using var operators = new OnnxMessage();
            message.Whole(1, RepresentationVersion).Text(2, "functional");
            message.Bytes(7, graph.ToArray("network", (InputName, description.InputShape.Size), outputs));
            message.Bytes(8, operators.Text(1, string.Empty).Whole(2, OperatorSet).ToArray());
            foreach (var (name, value) in Metadata(model))
            {
                using var entry = new OnnxMessage();
                message.Bytes(14, entry.Text(1, name).Text(2, value).ToArray());
            }

            return message.ToArray();
        });
    }

    private static string Scaled(OnnxGraph graph, Scaling scaling)
    {
        switch (scaling)
        {
            case Scaling.UnitInterval unit:
                return graph.Node("Div", [InputName, graph.Constant(null, [], (float)unit.Maximum)]);
            case Scaling.Standardised standardised:
                // In double precision, as here: features may be large beside their deviation.
                long[] shape = [standardised.Means.Length];
                var wide = graph.Node("Cast", [InputName], ("to", (long)OnnxGraph.DoublePrecision));
                var centred = graph.Node("Sub", [wide, graph.Doubles(shape, standardised.Means.AsSpan())]);
                return graph.Node("Cast", [graph.Node("Div", [centred, graph.Doubles(shape, standardised.Deviations.AsSpan())])], ("to", (long)OnnxGraph.SinglePrecision));
            default:
                return InputName;
        }
    }

    private static IEnumerable<(string Name, string Value)> Metadata(Model model)
    {
        yield return ("fingerprint", model.Fingerprint);
        yield return ("arithmetic_version", Arithmetic.Version.ToString(CultureInfo.InvariantCulture));
        yield return ("data", model.Description.DataName);
        yield return ("class_names", JsonSerializer.Serialize(model.Description.ClassNames.ToArray()));
    }
}
