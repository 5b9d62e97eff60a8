namespace Functional.Experiments.Tests.Onnx;

using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using Functional.Data;
using Functional.Networks;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using Xunit.Abstractions;
using static Functional.Networks.Build;
using Architecture = Functional.Networks.Architecture;

public sealed class OnnxFileTests(ITestOutputHelper output)
{
    private const int Samples = 1000;
    private const double Bound = 1e-5;

    /// <summary>Networks in which every layer that can be exported comes.</summary>
    private static (string Name, Model Model)[] Networks =>
    [
        ("affine", Small.Model<float>(Affine(3), 5, 3)),
        ("nothing", Small.Model<float>(Chain(), 4, 4)),
        .. new (string Name, Architecture Layer)[]
        {
            ("relu", Relu()), ("leaky-relu", LeakyRelu(0.17)), ("elu", Elu(1.3)), ("gelu", Gelu()), ("silu", Silu()), ("softplus", Softplus()), ("tanh", Tanh()), ("sigmoid", Sigmoid()),
            ("identity", Identity()), ("softmax", Softmax()), ("parametric-relu", new ParametricRelu(new Normal(0.5))), ("dropout", Dropout(0.4)),
            ("batch-normalisation", new BatchNormalisation(0.3, 0.01, new Normal(1), new Normal(1))),
            ("layer-normalisation", new LayerNormalisation(0.02, new Normal(1), new Normal(1))), ("rms-normalisation", new RmsNormalisation(0.03, new Normal(1))),
        }.Select(each => (each.Name, Trained(Chain(Affine(12), each.Layer, Affine(4)), 7, 4))),
        ("maxout", Trained(Chain(Maxout(6, 3), Maxout(4, 2)), 7, 4)),
        ("residual", Trained(Chain(Affine(9), Residual(Chain(BatchNormalisation(), Gelu(), Affine(9), Dropout(0.2))), Residual(Tanh()), Affine(3)), 7, 3)),
        ("deep", Trained(Chain([.. Enumerable.Range(0, 8).SelectMany(_ => new Architecture[] { Affine(32), LayerNormalisation(), Silu() }), Affine(10)]), 64, 10)),
        ("standardised", Small.Model<float>(Chain(Affine(8), Relu(), Affine(2)), 3, 2, new Scaling.Standardised([1000, -2, 0.5], [0.25, 3, 1e-3]))),
        ("scores", Described(Small.Model<float>(Chain(Affine(8), Tanh(), Affine(2)), 3, 2, new Scaling.None()), OutputMeaning.Scores)),
        ("independent", Described(Small.Model<float>(Chain(Affine(8), Tanh(), Affine(2)), 3, 2), OutputMeaning.IndependentLogits)),
        ("double", Small.Model<double>(Chain(Affine(8), Gelu(), RmsNormalisation(), Affine(2)), 3, 2)),
    ];

    [Fact]
    public void A_file_is_built_as_the_format_says()
    {
        var model = new ProtobufFields(Bytes(Small.Model<float>(Chain(Affine(3), LeakyRelu(0.25), Dropout(0.5), Affine(2)), 4, 2)));
        Assert.Equal([1, 2, 7, 8, 14], model.Numbers);
        Assert.Equal((OnnxFile.RepresentationVersion, OnnxFile.OperatorSet), (model.Whole(1), model.Message(8).Whole(2)));
        Assert.Equal(["fingerprint", "arithmetic_version", "data", "class_names"], model.Messages(14).Select(entry => entry.Text(1)));
        var graph = model.Message(7);
        Assert.Equal(["Div", "Gemm", "LeakyRelu", "Gemm", "Identity", "Softmax"], graph.Messages(1).Select(node => node.Text(4)));
        Assert.Equal(["constant_0", "0.weights", "0.bias", "3.weights", "3.bias"], graph.Messages(5).Select(tensor => tensor.Text(8)));
        Assert.Equal(0.25f, graph.Messages(1).ElementAt(2).Message(5).Single(2));
        Assert.Equal([OnnxFile.InputName], graph.Messages(11).Select(value => value.Text(1)));
        Assert.Equal([OnnxFile.OutputName, OnnxFile.ProbabilityName], graph.Messages(12).Select(value => value.Text(1)));
        var tensor = graph.Message(11).Message(2).Message(1);
        Assert.Equal(1, tensor.Whole(1));
        Assert.Equal("batch", tensor.Message(2).Messages(1).First().Text(2));
        Assert.Equal(4, tensor.Message(2).Messages(1).Last().Whole(1));
    }

    [Fact]
    public void Weights_lie_row_after_row()
    {
        var model = Small.Model<float>(Chain(Affine(3), Affine(2)), 4, 2);
        var tensor = new ProtobufFields(Bytes(model)).Message(7).Messages(5).ElementAt(1);
        Assert.Equal([3, 4], tensor.Wholes(1));
        Assert.Equal(1, tensor.Whole(2));
        var weights = ((Model<float>)model).Network.Parameters["0.weights"];
        Assert.Equal(Enumerable.Range(0, 12).Select(i => weights[i / 4, i % 4]), MemoryMarshal.Cast<byte, float>(tensor.Bytes(9)).ToArray());
    }

    [Fact]
    public void Every_value_is_made_before_it_is_used_and_only_once() => Assert.All(Networks, each =>
    {
        var graph = new ProtobufFields(Bytes(each.Model)).Message(7);
        var known = new System.Collections.Generic.HashSet<string>(graph.Messages(11).Select(value => value.Text(1)).Concat(graph.Messages(5).Select(tensor => tensor.Text(8))), StringComparer.Ordinal);
        Assert.Equal(1 + graph.Messages(5).Count(), known.Count);
        foreach (var node in graph.Messages(1))
        {
            Assert.All(node.Texts(1), input => Assert.Contains(input, known));
            Assert.True(known.Add(node.Text(2)));
        }

        Assert.All(graph.Messages(12), value => Assert.Contains(value.Text(1), known));
        Assert.Equal(each.Model.ParameterCount + (each.Name is "batch-normalisation" ? 24 : each.Name is "residual" ? 18 : 0), graph.Messages(5).Where(tensor => !tensor.Text(8).StartsWith("constant", StringComparison.Ordinal)).Sum(tensor => tensor.Bytes(9).Length / 4));
    });

    [Fact]
    public void Equal_models_give_equal_bytes() => Assert.Equal(Bytes(Networks[^1].Model), Bytes(Networks[^1].Model));

    [Fact]
    public void A_layer_that_has_no_form_is_named()
    {
        var network = new Chain<float>(new Affine<float>(Matrix<float>.Build.Random(2, 4, 1), Dense.Vector(new float[2])), new Residual<float>(new Chain<float>(new Unheard())));
        var model = new Model<float>(Small.Model<float>(Affine(2), 4, 2).Description, network);
        using var directory = new TemporaryDirectory();
        var fault = OnnxFile.Save(directory.File("model.onnx"), model).Fault();
        Assert.Equal(("layer 1.0, Unheard of", "it has no form in ONNX here"), (fault.Source, fault.Found));
        Assert.Empty(Directory.GetFileSystemEntries(directory.Path));
    }

    [Fact]
    public void A_file_is_written_whole_or_not_at_all()
    {
        using var directory = new TemporaryDirectory();
        OnnxFile.Save(directory.File("model.onnx"), Networks[0].Model).Right();
        Assert.Equal(Bytes(Networks[0].Model), File.ReadAllBytes(directory.File("model.onnx")));
        Assert.Contains("there is no directory", OnnxFile.Save(directory.File("no/where"), Networks[0].Model).Fault().Found, StringComparison.Ordinal);
    }

    [NodeFact]
    public void Onnxruntime_agrees()
    {
        using var directory = new TemporaryDirectory();
        foreach (var (name, model) in Networks)
        {
            WriteCase(directory, name, model);
        }

        using var process = Process.Start(new ProcessStartInfo("node", [Path.Combine(AppContext.BaseDirectory, "Onnx", "agreement.js"), NodeFactAttribute.Modules, directory.Path]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var error = process.StandardError.ReadToEndAsync();
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error.Result);
        var differences = lines.Select(line => line.Split(' ')).ToDictionary(parts => parts[0], parts => double.Parse(parts[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        foreach (var (name, difference) in differences.OrderByDescending(each => each.Value))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {difference:0.0e0}"));
        }

        Assert.Equal(Networks.Select(each => each.Name).Order(StringComparer.Ordinal), differences.Keys.Order(StringComparer.Ordinal));
        Assert.All(differences, each => Assert.True(each.Value <= Bound, $"{each.Key} differs by {each.Value}."));
    }

    private static void WriteCase(TemporaryDirectory directory, string name, Model model)
    {
        var description = model.Description;
        var key = RandomKey.FromSeed(21);
        var width = description.InputShape.Size;
        var features = Enumerable.Range(0, Samples * width).Select(i => (float)(description.Scaling is Scaling.Standardised ? (i % 3 == 0 ? 1000 : 0) + ((float)key.Normal(i) * (i % 3 == 2 ? 1e-3 : 1)) : (float)key.Normal(i) * 16)).ToArray();
        var set = DataSet.Create(name, new RealFeatures([.. features.Select(value => (double)value)], width), new ClassLabels([.. new int[Samples]], Math.Max(2, description.ClassCount))).Success().Scaled(description.Scaling);
        OnnxFile.Save(directory.File($"{name}.onnx"), model).Right();
        File.WriteAllText(directory.File($"{name}.samples"), $"{Samples}");
        File.WriteAllBytes(directory.File($"{name}.features"), MemoryMarshal.AsBytes<float>(features).ToArray());
        File.WriteAllBytes(directory.File($"{name}.{OnnxFile.OutputName}"), Numbers(model, set, false));
        if (description.Outputs != OutputMeaning.Scores)
        {
            File.WriteAllBytes(directory.File($"{name}.{OnnxFile.ProbabilityName}"), Numbers(model, set, true));
        }
    }

    private static byte[] Numbers(Model model, DataSet set, bool read) => model switch
    {
        Model<float> single => Numbers(single, set, read),
        Model<double> dual => Numbers(dual, set, read),
        _ => throw new InvalidOperationException(),
    };

    private static byte[] Numbers<T>(Model<T> model, DataSet set, bool read)
        where T : struct, System.Numerics.IFloatingPointIeee754<T>
    {
        var outputs = model.Network.Predict(set.As<T>().Range(0, set.Count).Inputs);
        var numbers = (read ? model.Description.Outputs.Read(outputs) : outputs).Numbers.ToArray().Select(float.CreateTruncating).ToArray();
        return MemoryMarshal.AsBytes<float>(numbers).ToArray();
    }

    /// <summary>A model whose statistics are those of a batch, and whose biases are no zeros.</summary>
    private static Model<float> Trained(Architecture architecture, int inputs, int classes)
    {
        var model = Small.Model<float>(architecture, inputs, classes);
        var key = RandomKey.FromSeed(22);
        var place = 0;
        var moved = model.Network.With(model.Network.Parameters.Map((_, values) => values.Map(value => value + (0.1f * (float)key.Normal(place++)))));
        var gathered = moved.Forward(Matrix<float>.Build.Random(inputs, 50, 3), Pass.Training(key)).Statistics;
        return new(model.Description, gathered.Entries.IsEmpty ? moved : moved.WithStatistics(gathered));
    }

    private static Model<float> Described(Model<float> model, OutputMeaning meaning) => new(model.Description with { Outputs = meaning }, model.Network);

    private static byte[] Bytes(Model model)
    {
        using var stream = new MemoryStream();
        OnnxFile.Write(stream, model).Right();
        return stream.ToArray();
    }

    /// <summary>A layer of someone's own.</summary>
    private sealed record Unheard : Layer<float>
    {
        public override Parameters<float> Parameters => Parameters<float>.None;

        public override int? InputSize => null;

        public override string Title => "Unheard of";

        public override int OutputSize(int inputSize) => inputSize;

        public override Layer<float> With(Parameters<float> parameters) => this;

        public override ForwardResult<float> Forward(Matrix<float> input, Pass pass) => new(input, gradient => new(Parameters<float>.None, () => gradient));
    }
}
