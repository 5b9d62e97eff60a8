namespace Functional.Experiments.Tests.Models;

using System;
using System.Buffers.Binary;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Functional.Data;
using Functional.Networks;
using Functional.Numerics.Randomness;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using static Functional.Networks.Build;

public class ModelFileTests
{
    private static Model<float> Tiny { get; } = Small.Model<float>(Chain(Affine(3), LeakyRelu(0.2), Residual(Chain(Affine(3), Tanh())), Affine(2)), 4, 2);

    [Theory]
    [InlineData(Precision.Single)]
    [InlineData(Precision.Double)]
    public void Loading_undoes_saving(Precision precision)
    {
        using var directory = new TemporaryDirectory();
        var model = Small.Result(Small.Experiment(precision)).Model;
        ModelFile.Save(directory.File("model"), model).Right();
        var loaded = ModelFile.Load(directory.File("model")).Right();
        Assert.Equal(model.Description, loaded.Description);
        Assert.Equal(model.Fingerprint, loaded.Fingerprint);
        Assert.Equal(precision, loaded.Precision);
        Assert.Equal(model.Predict(Small.Split.Test, [3, 1]), loaded.Predict(Small.Split.Test, [3, 1]));
        Assert.Equal(model.Judge(Small.Split.Test), loaded.Judge(Small.Split.Test));
        Assert.Equal(["model"], Directory.GetFileSystemEntries(directory.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void A_network_of_an_experiment_with_everything_comes_back()
    {
        using var directory = new TemporaryDirectory();
        var model = Small.Result(Everything.Experiment()).Model;
        ModelFile.Save(directory.File("model"), model).Right();
        var loaded = ModelFile.Load(directory.File("model")).Right();
        Assert.Equal((model.Description, model.Fingerprint), (loaded.Description, loaded.Fingerprint));
        Assert.Equal(model.Judge(Small.Split.Test), loaded.Judge(Small.Split.Test));
    }

    [Fact]
    public void Every_part_of_a_description_comes_back()
    {
        var scaled = Small.Model<double>(Chain(Residual(Elu(0.3)), Affine(2)), 2, 2, new Scaling.Standardised([0.1, -2], [1, 0.25]));
        Assert.Equal(scaled.Description, Read(Bytes(scaled)).Right().Description);
        var named = new Model<float>(Tiny.Description with { ClassNames = Prelude.Seq("cat", "Köter"), Outputs = OutputMeaning.Scores, Scaling = new Scaling.None() }, Tiny.Network);
        Assert.Equal(named.Description, Read(Bytes(named)).Right().Description);
    }

    [Fact]
    public void Every_layer_comes_back_with_its_statistics()
    {
        var fresh = Small.Model<float>(
            Chain(
                Affine(6),
                new BatchNormalisation(0.3, 0.01, new Normal(1), new Normal(1)),
                Residual(Chain(new LayerNormalisation(0.02, new Normal(1), new Normal(1)), Dropout(0.25), ParametricRelu(new Normal(1)))),
                new RmsNormalisation(0.03, new Normal(1)),
                Residual(BatchNormalisation()),
                Maxout(2, 3)),
            4,
            2);
        var inputs = Matrix<float>.Build.Random(4, 9, 1);
        var gathered = fresh.Network.Forward(inputs, Pass.Training(RandomKey.FromSeed(1))).Statistics;
        var model = new Model<float>(fresh.Description, fresh.Network.WithStatistics(gathered));
        var loaded = Assert.IsType<Model<float>>(Read(Bytes(model)).Right());
        Assert.Equal(model.Network, loaded.Network);
        Assert.Equal(model.Network.Predict(inputs), loaded.Network.Predict(inputs));
        Assert.Equal(Bytes(model), Bytes(loaded));
        Assert.Equal(model.Fingerprint, loaded.Fingerprint);
        Assert.NotEqual(fresh.Fingerprint, model.Fingerprint);
        Assert.Equal("[6]", Header(Bytes(model))["1.variance"]!["shape"]!.ToJsonString());
    }

    [Fact]
    public void No_changed_bit_of_the_statistics_goes_unnoticed()
    {
        var model = Small.Model<float>(Chain(BatchNormalisation(), Affine(2)), 3, 2);
        var bytes = Bytes(model);
        Assert.All(Enumerable.Range(1, 6 * 4), place =>
        {
            var changed = bytes.ToArray();
            changed[^place] ^= 1;
            Assert.Contains("fingerprint", Read(changed).Fault().Found, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Weights_lie_row_after_row_behind_a_header_of_a_multiple_of_8_bytes()
    {
        var bytes = Bytes(Tiny);
        var start = 8 + (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        var weights = Tiny.Network.Parameters["0.weights"];
        Assert.Equal(0, start % 8);
        Assert.Equal(weights[0, 1], BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(start + 4)));
        Assert.Equal(weights[1, 0], BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(start + (4 * 4))));
        var header = Header(bytes);
        Assert.Equal("[3,4]", header["0.weights"]!["shape"]!.ToJsonString());
        Assert.Equal("[3]", header["0.bias"]!["shape"]!.ToJsonString());
        Assert.Equal("F32", (string?)header["2.0.weights"]!["dtype"]);
    }

    [Fact]
    public void Equal_models_give_equal_bytes() => Assert.Equal(Bytes(Tiny), Bytes(Read(Bytes(Tiny)).Right()));

    [Fact]
    public void No_beginning_of_a_file_is_a_model()
    {
        var bytes = Bytes(Tiny);
        Assert.All(Enumerable.Range(0, bytes.Length), length => Read(bytes[..length]).Fault());
    }

    [Fact]
    public void No_changed_bit_of_the_numbers_goes_unnoticed()
    {
        var bytes = Bytes(Tiny);
        var start = 8 + (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        Assert.All(Enumerable.Range(start, bytes.Length - start), place =>
        {
            var changed = bytes.ToArray();
            changed[place] ^= 1;
            Assert.Contains("fingerprint", Read(changed).Fault().Found, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void No_changed_byte_of_the_header_leads_to_an_exception()
    {
        var bytes = Bytes(Tiny);
        var start = 8 + (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        Assert.All(Enumerable.Range(0, start), place =>
        {
            foreach (var value in new byte[] { 0, (byte)'"', (byte)'9', (byte)'{', 0xFF })
            {
                var changed = bytes.ToArray();
                changed[place] = value;
                Read(changed);
            }
        });
    }

    public static TheoryData<string, string, string> Hostile() => new()
    {
        { "0.weights/dtype", "\"F64\"", "bytes for the shape" },
        { "0.weights/dtype", "\"X\"", "'X'" },
        { "0.weights/dtype", "7", "is 7" },
        { "0.weights/shape", "[4,3]", "shape [4, 3]" },
        { "0.weights/shape", "[3,5]", "bytes for the shape" },
        { "0.weights/shape", "[9223372036854775807,9223372036854775807,9]", "bytes for the shape" },
        { "0.weights/shape", "[-3,-4]", "is -3" },
        { "0.weights/shape", "[1e3]", "1e3" },
        { "0.weights/data_offsets", "[0,49]", "49 bytes" },
        { "0.weights/data_offsets", "[48,0]", "[48, 0]" },
        { "0.weights/data_offsets", "[0]", "[0]" },
        { "0.weights/data_offsets", "[4,52]", "from 0 to 4 belong to no tensor" },
        { "0.weights/data_offsets", "[0,99999999999]", "99999999999" },
        { "0.bias", "{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[36,48]}", "overlaps" },
        { "extra", "{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}", "'extra'" },
        { "__metadata__/format", "\"pt\"", "'pt'" },
        { "__metadata__/format_version", "\"2\"", "'2'" },
        { "__metadata__/arithmetic_version", "\"0\"", "arithmetic_version" },
        { "__metadata__/precision", "\"double\"", "is of F32" },
        { "__metadata__/fingerprint", "\"0\"", "fingerprint" },
        { "__metadata__/input_shape", "\"[5]\"", "shape [3, 4]" },
        { "__metadata__/input_shape", "\"[2147483647,2147483647]\"", "2147483647" },
        { "__metadata__/input_shape", "\"[]\"", "[]" },
        { "__metadata__/input_scaling", "\"{}\"", "no 'type'" },
        { "__metadata__/input_scaling", "\"{\\\"type\\\":\\\"unit-interval\\\",\\\"maximum\\\":0}\"", "is 0" },
        { "__metadata__/class_count", "\"3\"", "2 outputs for 3 classes" },
        { "__metadata__/class_names", "\"[\\\"a\\\"]\"", "1 class_names" },
        { "__metadata__/outputs", "\"x\"", "'x'" },
        { "__metadata__/architecture", "\"{\\\"type\\\":\\\"relu\\\"}\"", "4 outputs" },
        { "__metadata__/architecture", "5", "is 5" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void What_does_not_fit_is_a_fault_that_names_the_file_and_shows_what_was_found(string place, string json, string found)
    {
        var fault = Read(Changed(Bytes(Tiny), header =>
        {
            var path = place.Split('/');
            var parent = path.Length == 2 ? header[path[0]]!.AsObject() : header;
            parent[path[^1]] = JsonNode.Parse(json);
        })).Fault();
        Assert.Equal("file", fault.Source);
        Assert.Contains(found, fault.Found, StringComparison.Ordinal);
        Assert.NotEmpty(fault.Expected);
    }

    [Fact]
    public void A_tensor_that_is_missing_leaves_bytes_that_belong_to_none() =>
        Assert.Contains("belong to no tensor", Read(Changed(Bytes(Tiny), header => header.Remove("0.bias"))).Fault().Found, StringComparison.Ordinal);

    [Fact]
    public void Metadata_that_are_missing_are_a_fault() =>
        Assert.Contains("__metadata__", Read(Changed(Bytes(Tiny), header => header.Remove("__metadata__"))).Fault().Found, StringComparison.Ordinal);

    [Fact]
    public void A_tensor_that_comes_twice_is_a_fault()
    {
        const string Tensor = "\"a\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}";
        Assert.Contains("'a' twice", Read(WithHeader($"{{{Tensor},{Tensor}}}", [])).Fault().Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ulong.MaxValue)]
    [InlineData(1UL << 40)]
    [InlineData(17UL)]
    public void A_header_longer_than_the_file_is_a_fault(ulong length)
    {
        var bytes = new byte[24];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, length);
        Assert.Contains("only 16 follow", Read(bytes).Fault().Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_above_the_limit_is_a_fault()
    {
        var bytes = new byte[8 + SafetensorsHeader.MaximumLength + 1];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, SafetensorsHeader.MaximumLength + 1);
        Assert.Contains("at most", Read(bytes).Fault().Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Huge_layers_in_the_architecture_allocate_nothing()
    {
        var huge = ArchitectureJson.Write(Chain(Affine(int.MaxValue), Affine(2)));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var fault = Read(Changed(Bytes(Tiny), header => header["__metadata__"]!["architecture"] = huge)).Fault();
        Assert.Contains("parameters", fault.Found, StringComparison.Ordinal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 10_000_000);
    }

    [Fact]
    public void What_is_no_file_is_a_fault()
    {
        using var directory = new TemporaryDirectory();
        Assert.Contains("no such file", ModelFile.Load(directory.File("missing")).Fault().Found, StringComparison.Ordinal);
        Assert.Contains("directory", ModelFile.Load(directory.Path).Fault().Found, StringComparison.Ordinal);
        Assert.Contains("empty", ModelFile.Load(string.Empty).Fault().Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_that_cannot_be_written_is_a_fault()
    {
        using var directory = new TemporaryDirectory();
        Assert.Contains("this is a directory", ModelFile.CheckTarget(directory.Path).Fault().Found, StringComparison.Ordinal);
        Assert.Contains("there is no directory", ModelFile.CheckTarget(Path.Combine(directory.Path, "no", "model")).Fault().Found, StringComparison.Ordinal);
        Assert.Contains("device", ModelFile.CheckTarget("/dev/null").Fault().Found, StringComparison.Ordinal);
        ModelFile.CheckTarget(directory.File("model")).Right();
        Assert.Empty(Directory.GetFileSystemEntries(directory.Path));
    }

    [Fact]
    public void Where_writing_fails_the_old_file_stays_and_nothing_is_left_behind()
    {
        using var directory = new TemporaryDirectory();
        File.WriteAllText(directory.File("model"), "old");
        var fault = AtomicFile.Write(directory.File("model"), stream =>
        {
            stream.WriteByte(1);
            throw new IOException("disk full");
        }).Fault();
        Assert.Contains("disk full", fault.Found, StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(directory.File("model")));
        Assert.Single(Directory.GetFileSystemEntries(directory.Path));
    }

    [Fact]
    public void Samples_of_another_shape_do_not_fit() =>
        Assert.Contains("8 × 8", Assert.Single(Small.Model<float>(Affine(10), 4, 10).Description.Fit(Small.Split.Test).Faults()).Found, StringComparison.Ordinal);

    private static byte[] Bytes(Model model)
    {
        using var stream = new MemoryStream();
        ModelFile.Write(stream, model);
        return stream.ToArray();
    }

    private static Either<DataFault, Model> Read(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        return ModelFile.Read(stream, "file");
    }

    private static JsonObject Header(byte[] bytes) =>
        JsonNode.Parse(bytes.AsSpan(8, (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes)))!.AsObject();

    private static byte[] Changed(byte[] bytes, Action<JsonObject> change)
    {
        var header = Header(bytes);
        change(header);
        return WithHeader(header.ToJsonString(), bytes[(8 + (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes))..]);
    }

    private static byte[] WithHeader(string header, byte[] data)
    {
        var text = Encoding.UTF8.GetBytes(header);
        var length = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)text.Length);
        return [.. length, .. text, .. data];
    }
}
