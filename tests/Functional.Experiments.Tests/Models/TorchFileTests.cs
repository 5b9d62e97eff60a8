namespace Functional.Experiments.Tests.Models;

using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using Functional.Data;
using Functional.Experiments.Tests.Mutation;
using Functional.Networks;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using Functional.Testing;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using Xunit.Abstractions;
using static Functional.Networks.Build;

public sealed class TorchFileTests(ITestOutputHelper output)
{
    private const double Bound = 1e-5;

    private static Architecture Sequential => Chain(
        Affine(6), BatchNormalisation(), Relu(), LayerNormalisation(), ParametricRelu(), Chain(Affine(6), Tanh()), Dropout(0.3), Affine(3));

    private static string Script => Path.Combine(AppContext.BaseDirectory, "Models", "torch_tensors.py");

    [Fact]
    public void Names_and_shapes_are_those_of_PyTorch()
    {
        var header = Header(Bytes(Trained<float>()));
        Assert.Equal(
            [
                "1.num_batches_tracked I64 []", "0.weight F32 [6,4]", "0.bias F32 [6]", "1.weight F32 [6]", "1.bias F32 [6]", "3.weight F32 [6]", "3.bias F32 [6]", "4.weight F32 [6]",
                "5.0.weight F32 [6,6]", "5.0.bias F32 [6]", "7.weight F32 [3,6]", "7.bias F32 [3]", "1.running_mean F32 [6]", "1.running_var F32 [6]",
            ],
            header.Where(entry => entry.Key is not "__metadata__").Select(entry => $"{entry.Key} {entry.Value!["dtype"]} {entry.Value["shape"]!.ToJsonString()}"));
        Assert.Equal("{\"format\":\"pt\"}", header["__metadata__"]!.ToJsonString());
    }

    [Fact]
    public void Reading_undoes_writing_in_both_precisions()
    {
        Assert.Equal(Trained<float>().Fingerprint, Read(Bytes(Trained<float>())).Right().Fingerprint);
        Assert.Equal(Trained<double>().Fingerprint, Read(Bytes(Trained<double>())).Right().Fingerprint);
        Assert.Equal(Bytes(Trained<float>()), Bytes(Read(Bytes(Trained<float>())).Right()));
        var alone = Small.Model<float>(Affine(2), 4, 2);
        Assert.Equal(["weight", "bias"], Header(Bytes(alone)).Select(entry => entry.Key).Skip(1));
        var residual = Small.Model<float>(Chain(Residual(Chain(new RmsNormalisation(), Affine(4))), Affine(2)), 4, 2);
        Assert.Equal(["0.0.weight", "0.1.weight", "0.1.bias", "1.weight", "1.bias"], Header(Bytes(residual)).Select(entry => entry.Key).Skip(1));
        Assert.Equal(residual.Fingerprint, Read(Bytes(residual), residual.Description).Right().Fingerprint);
    }

    [Fact]
    public void The_two_conventions_are_told_apart()
    {
        using var own = new MemoryStream();
        ModelFile.Write(own, Trained<float>());
        Assert.Contains("a model that functional has saved", Read(own.ToArray()).Fault().Found, StringComparison.Ordinal);
        using var foreign = new MemoryStream(Bytes(Trained<float>()));
        var fault = ModelFile.Read(foreign, "file").Fault();
        Assert.Equal(("format is 'pt'", "'functional model'; files in PyTorch's convention have to be imported first"), (fault.Found, fault.Expected));
    }

    [Fact]
    public void Tensors_that_are_not_those_of_the_architecture_are_refused()
    {
        Assert.Contains("there is no tensor '0.weight'", Read(Bytes(Small.Model<float>(Affine(3), 4, 3))).Fault().Found, StringComparison.Ordinal);
        Assert.Contains("there is a tensor '1.num_batches_tracked'", Read(Bytes(Trained<float>()), Small.Model<float>(Chain(Affine(6), Relu(), Relu(), Relu(), Relu(), Relu(), Relu(), Affine(3)), 4, 3).Description).Fault().Found, StringComparison.Ordinal);
        Assert.Contains("has the shape [6, 4]", Read(Bytes(Trained<float>()), Small.Model<float>(Sequential, 5, 3).Description).Fault().Found, StringComparison.Ordinal);
        Assert.Contains("3 outputs for 4 classes", Read(Bytes(Trained<float>()), Trained<float>().Description with { ClassCount = 4 }).Fault().Found, StringComparison.Ordinal);
        var infinite = Bytes(Trained<float>());
        infinite.AsSpan(infinite.Length - 4).Fill(0xFF);
        Assert.Contains("infinite or NaN", Read(infinite).Fault().Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_truncation_is_refused()
    {
        var bytes = Bytes(Trained<float>());
        Assert.All(Enumerable.Range(0, bytes.Length), length => Read(bytes[..length]).Fault());
    }

    /// <summary>Every byte, changed in three ways; with FUNCTIONAL_FULL=1 in all 255.</summary>
    [Fact]
    public void Every_change_of_a_byte_is_refused_or_is_the_number_that_it_makes()
    {
        var model = Small.Model<float>(Chain(Affine(2), BatchNormalisation()), 3, 2);
        var bytes = Bytes(model);
        var start = 8 + (int)BitConverter.ToUInt64(bytes);
        var counts = start + sizeof(long);
        var read = 0;
        for (var place = 0; place < bytes.Length; place++)
        {
            foreach (var change in ByteChanges.All)
            {
                var changed = (byte[])bytes.Clone();
                changed[place] ^= change;
                Read(changed, model.Description).IfRight(other =>
                {
                    read++;
                    if (place >= counts)
                    {
                        Assert.Equal(changed, Bytes(other));
                    }
                    else
                    {
                        // The count of batches is passed over, and so are the metadata and the spaces of the header.
                        Assert.Equal(model.Fingerprint, other.Fingerprint);
                    }
                });
            }
        }

        Assert.True(read > ByteChanges.All.Length * (bytes.Length - counts) / 2, $"Only {read} changes were read.");
    }

    [PythonFact]
    public void Another_implementation_reads_what_is_written_here_and_back_unchanged()
    {
        using var directory = new TemporaryDirectory();
        var model = Trained<float>();
        var inputs = Matrix<float>.Build.Random(4, 11, 7);
        TorchFile.Save(directory.File("ours.safetensors"), model).Right();
        NpyFile.Write(directory.File("features.npy"), Rows(inputs)).Right();
        NpyFile.Write(directory.File("outputs.npy"), Rows(model.Network.Predict(inputs))).Right();
        output.WriteLine(Python.Run(Script, "check", directory.Path));
        Assert.Equal(model.Fingerprint, TorchFile.Load(directory.File("theirs.safetensors"), model.Description).Right().Fingerprint);
    }

    [PythonFact]
    public void Files_of_PyTorchs_convention_are_read_here()
    {
        using var directory = new TemporaryDirectory();
        output.WriteLine(Python.Run(Script, "write", directory.Path));
        var features = NpyFile.Read(directory.File("features.npy")).Right();
        foreach (var kind in (string[])["f32", "f64", "f16", "bf16"])
        {
            var model = TorchFile.Load(directory.File($"{kind}.safetensors"), Trained<float>().Description).Right();
            Assert.Equal(kind is "f64" ? Precision.Double : Precision.Single, model.Precision);
            var expected = NpyFile.Read(directory.File($"{kind}.npy")).Right().Elements.ToDoubles();
            var found = model is Model<double> dual ? Outputs(dual, features) : Outputs((Model<float>)model, features);
            Assert.Equal(expected.Length, found.Length);
            Assert.All(expected.Zip(found), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, Bound * Math.Max(1, Math.Abs(pair.First))));
        }
    }

    [Fact]
    public void An_archive_of_arrays_holds_the_parameters_row_after_row()
    {
        using var directory = new TemporaryDirectory();
        var model = Trained<float>();
        ParameterArchive.Save(directory.File("model.npz"), model).Right();
        var archive = NpzFile.Read(directory.File("model.npz")).Right();
        Assert.Equal(model.Network.Parameters.Entries.Map(entry => entry.Name).Concat(model.Network.Statistics.Entries.Map(entry => entry.Name)), archive.Arrays.Map(entry => entry.Name));
        var weights = archive.Find("0.weights").Right();
        Assert.Equal([6, 4], weights.Shape.ToArray());
        Assert.Equal(Enumerable.Range(0, 24).Select(i => model.Network.Parameters["0.weights"][i / 4, i % 4]), ((NpyElements<float>)weights.Elements).Values);
    }

    private static double[] Outputs<T>(Model<T> model, NpyArray features)
        where T : struct, System.Numerics.IFloatingPointIeee754<T> =>
        [.. model.Network.Predict(Dense.Matrix(4, features.Shape[0], features.Elements.ToDoubles().Select(T.CreateChecked).ToArray())).Numbers.ToArray().Select(double.CreateChecked)];

    private static NpyArray Rows(Matrix<float> samples) => NpyArray.Of([.. samples.Numbers], samples.ColumnCount, samples.RowCount);

    private static Model<T> Trained<T>()
        where T : struct, System.Numerics.IFloatingPointIeee754<T>
    {
        var model = Small.Model<T>(Sequential, 4, 3, new Scaling.None());
        var key = RandomKey.FromSeed(3);
        var gathered = model.Network.Forward(Matrix<T>.Build.Random(4, 20, 5), Pass.Training(key)).Statistics;
        return new(model.Description, model.Network.WithStatistics(gathered));
    }

    private static byte[] Bytes(Model model)
    {
        using var stream = new MemoryStream();
        TorchFile.Write(stream, model);
        return stream.ToArray();
    }

    private static Either<DataFault, Model> Read(byte[] bytes, ModelDescription? description = null)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        return TorchFile.Read(stream, "file", description ?? Trained<float>().Description);
    }

    private static JsonObject Header(byte[] bytes) => JsonNode.Parse(bytes.AsSpan(8, (int)BitConverter.ToUInt64(bytes)))!.AsObject();
}
