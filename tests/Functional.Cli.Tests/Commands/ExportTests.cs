namespace Functional.Cli.Tests.Commands;

using System;
using System.IO;
using System.Linq;
using Functional.Data;
using LanguageExt;
using Xunit;

public sealed class ExportTests : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("functional-cli-");

    private string Model => File("model.safetensors");

    [Fact]
    public void A_network_is_exported_in_every_format_and_imported_again()
    {
        var trained = Command.Run($"train --epochs 1 --hidden 8 --batch-norm --json --save {Model}");
        Assert.Equal(ExitCode.Done, trained.Code);
        foreach (var (format, name) in new[] { ("onnx", "m.onnx"), ("safetensors-torch", "m-torch.safetensors"), ("npz", "m.npz") })
        {
            var exported = Command.Run($"export --model {Model} --format {format} --output {File(name)}");
            Assert.Equal((ExitCode.Done, string.Empty), (exported.Code, exported.Error));
            Assert.Contains($"{format}, 626 parameters", exported.Out, StringComparison.Ordinal);
        }

        Assert.True(NpzFile.Read(File("m.npz")).IsRight);
        var imported = Command.Run($"import --tensors {File("m-torch.safetensors")} --like {Model} --output {File("again.safetensors")}");
        Assert.Equal(ExitCode.Done, imported.Code);
        Assert.Contains(trained.Fingerprint, imported.Out, StringComparison.Ordinal);
        Assert.Equal(System.IO.File.ReadAllBytes(Model), System.IO.File.ReadAllBytes(File("again.safetensors")));
        System.IO.File.WriteAllText(File("net.json"), Experiments.ArchitectureJson.Write(Experiments.ModelFile.Load(Model).Match(Right: model => model.Description.Architecture, Left: fault => throw new InvalidOperationException(fault.Message))));
        var described = Command.Run($"import --tensors {File("m-torch.safetensors")} --architecture {File("net.json")} --shape 8,8 --divide-by 16 --output {File("other.safetensors")}");
        Assert.Equal(ExitCode.Done, described.Code);
        Assert.Contains(trained.Fingerprint, described.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_with_options_is_told_together()
    {
        var export = Command.Run("export --format tar");
        Assert.Equal(ExitCode.Usage, export.Code);
        Assert.Equal(
            [
                "error: --model: found nothing; expected the file of a saved network, as train --save writes it.",
                "error: --format: found 'tar'; expected safetensors-torch, onnx or npz.",
                "error: --output: found nothing; expected the name of a file to write.",
                "hint: functional export --help shows all options with their defaults.",
            ],
            export.ErrorLines.Select(line => line.Trim()));
        var import = Command.Run("import --like a --architecture b --shape 0");
        Assert.Equal(ExitCode.Usage, import.Code);
        Assert.Equal(["--like", "--tensors", "--shape", "--output"], import.ErrorLines.SkipLast(1).Select(line => line.Split(' ')[1].TrimEnd(':')));
    }

    [Fact]
    public void What_is_wrong_with_files_is_told()
    {
        System.IO.File.WriteAllText(File("text"), "hello");
        var export = Command.Run($"export --model {File("text")} --format onnx --output {File("out.onnx")}");
        Assert.Equal(ExitCode.Fault, export.Code);
        Assert.Contains("a safetensors file", Assert.Single(export.ErrorLines), StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(File("out.onnx")));
        var import = Command.Run($"import --tensors {File("text")} --architecture {File("text")} --shape 4 --output {File("out")}");
        Assert.Equal(ExitCode.Fault, import.Code);
        Assert.Contains("is no JSON", Assert.Single(import.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void An_archive_of_NumPy_arrays_can_be_trained_on()
    {
        var pixels = NpyArray.Of([.. Enumerable.Range(0, 400).Select(i => (byte)(i * 7))], 100, 2, 2);
        var labels = NpyArray.Of([.. Enumerable.Range(0, 100).Select(i => i % 3)], 100);
        NpzFile.Write(File("set.npz"), Prelude.Seq(("x_train", pixels), ("y_train", labels), ("x_test", pixels), ("y_test", labels)));
        Assert.Equal(ExitCode.Done, Command.Run($"train --data {File("set.npz")} --epochs 1 --hidden 4 --json").Code);
        var missing = Command.Run($"train --data {File("nowhere.npz")}");
        Assert.Equal(ExitCode.Fault, missing.Code);
        Assert.Contains("there is no such file", missing.Error, StringComparison.Ordinal);
    }

    public void Dispose() => directory.Delete(recursive: true);

    private string File(string name) => Path.Combine(directory.FullName, name);
}
