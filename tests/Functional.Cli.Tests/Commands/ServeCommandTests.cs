namespace Functional.Cli.Tests.Commands;

using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Functional.Data;
using Functional.Experiments;
using Functional.Networks;
using Functional.Numerics.Randomness;
using LanguageExt;
using Xunit;

public sealed class ServeCommandTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("functional-");
    private readonly string model;

    public ServeCommandTests() => model = Saved(OutputMeaning.Logits);

    public void Dispose() => directory.Delete(recursive: true);

    [Fact]
    public void Every_line_gets_a_line_with_what_the_library_makes_of_it()
    {
        var outcome = Command.Run($"predict --model {model} --input - --probabilities", input: "1 2 3\n0.5,-1,1e2\n\n[4, 5, 6]\n");
        Assert.Equal((0, string.Empty), (outcome.Code, outcome.Error));
        var lines = outcome.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("line,class,probability,\"probability_a, b\",probability_b,probability_c", lines[0]);
        Assert.Equal(Expected((1, [1, 2, 3]), (2, [0.5, -1, 100]), (4, [4, 5, 6])), lines[1..]);
    }

    [Fact]
    public void Json_lines_are_objects_with_the_same_numbers()
    {
        var outcome = Command.Run($"predict --model {model} --input - --probabilities --format jsonl", input: "1 2 3\n4 5 6");
        var estimate = Model.Load(model).Predict([4, 5, 6]);
        var second = JsonNode.Parse(outcome.Out.Split('\n')[1])!;
        Assert.Equal(["line", "class", "probability", "probabilities"], second.AsObject().Select(member => member.Key));
        Assert.Equal((2, estimate.ClassName), ((int)second["line"]!, (string)second["class"]!));
        Assert.Equal(estimate.Outputs.Select(output => (float)output), second["probabilities"]!.AsArray().Select(each => (float)each!));
    }

    [Fact]
    public void A_network_that_predicts_values_tells_these_and_no_class()
    {
        var values = Saved(OutputMeaning.Values);
        var expected = string.Join(',', Model.Load(values).Predict([1, 2, 3]).Outputs.Select(output => ((float)output).ToString("R", CultureInfo.InvariantCulture)));
        Assert.Equal($"line,value_0,value_1,value_2\n1,{expected}\n", Command.Run($"predict --model {values} --input -", input: "1 2 3").Out.ReplaceLineEndings("\n"));
        Assert.Equal($"{{\"line\":1,\"values\":[{expected}]}}\n", Command.Run($"predict --model {values} --input - --format jsonl", input: "1 2 3").Out.ReplaceLineEndings("\n"));
        Assert.Contains("value 0", Command.Run($"predict --model {values} --input - --format table", input: "1 2 3").Out, StringComparison.Ordinal);
        Assert.StartsWith("line,class,score\n", Command.Run($"predict --model {Saved(OutputMeaning.Scores)} --input -", input: "1 2 3").Out.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_faulty_line_ends_the_run_behind_the_answers_before_it()
    {
        var outcome = Command.Run($"predict --model {model} --input -", input: "1 2 3\n1 x 3\n4 5 6\n");
        Assert.Equal(1, outcome.Code);
        Assert.Equal(2, outcome.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.StartsWith("error: standard input, line 2, column 3: 'x' for feature 1; expected a finite number", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("--skip-faults", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Faulty_lines_are_told_counted_and_passed_over_where_that_is_asked_for()
    {
        var outcome = Command.Run($"predict --model {model} --input - --skip-faults", input: "1 2 3\n1 x 3\n4 5 6\n1 2 1e300\n7\n");
        Assert.Equal(0, outcome.Code);
        Assert.Equal(["line", "1", "3"], outcome.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',')[0]));
        Assert.Equal(4, outcome.ErrorLines.Count);
        Assert.StartsWith("skipped: standard input, line 2, column 3:", outcome.ErrorLines[0], StringComparison.Ordinal);
        Assert.Contains("line 4, feature 2: 1E+300; expected a number that stays finite in single precision", outcome.ErrorLines[1], StringComparison.Ordinal);
        Assert.Equal("3 of 5 lines skipped.", outcome.ErrorLines[3].Trim());
    }

    [Fact]
    public void A_file_is_read_by_what_it_holds_with_a_header_and_columns_left_out()
    {
        var csv = Written("samples.csv", "name,x,y,z\n\"Smith, J\",1,2,3\nMiller,4,5,6\n");
        Assert.Equal(Expected((2, [1, 2, 3]), (3, [4, 5, 6])), Lines($"predict --model {model} --input {csv} --header --ignore name --probabilities")[1..]);
        var idx = Path.Combine(directory.FullName, "samples.idx");
        File.WriteAllBytes(idx, [0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6]);
        var lines = Lines($"predict --model {model} --input {idx} --probabilities");
        Assert.StartsWith("sample,class,", lines[0], StringComparison.Ordinal);
        Assert.Equal(Expected((0, [1, 2, 3]), (1, [4, 5, 6])), lines[1..]);
        var npy = Path.Combine(directory.FullName, "samples.npy");
        NpyFile.Write(npy, NpyArray.Of<double>([1, 2, 3, 4, 5, 6], 2, 3)).IfLeft(fault => throw new InvalidOperationException(fault.Message));
        Assert.Equal(lines, Lines($"predict --model {model} --input {npy} --probabilities"));
    }

    [Theory]
    [InlineData("--input - --samples 3 --json", 2, "--samples: found --input besides; expected only one of the two")]
    [InlineData("--format csv --skip-faults", 2, "--format: found no --input; expected it only with --input")]
    [InlineData("--input - --format xml", 2, "--format: found 'xml'; expected csv, jsonl or table")]
    [InlineData("--input - --ignore label", 2, "--ignore: found 'label'; expected positions of columns")]
    [InlineData("--input /no/such/file", 1, "/no/such/file: there is no such file; expected an IDX file")]
    [InlineData("--input /", 1, "/: this is a directory; expected an IDX file")]
    public void What_does_not_go_is_told_with_what_would_be_right(string arguments, int code, string error)
    {
        var outcome = Command.Run($"predict --model {model} {arguments}");
        Assert.Equal((code, string.Empty), (outcome.Code, outcome.Out));
        Assert.Contains(error, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_array_of_other_samples_is_a_fault_with_both_shapes()
    {
        var idx = Path.Combine(directory.FullName, "samples.idx");
        File.WriteAllBytes(idx, [0, 0, 8, 2, 0, 0, 0, 1, 0, 0, 0, 2, 1, 2]);
        var outcome = Command.Run($"predict --model {model} --input {idx}");
        Assert.Equal(1, outcome.Code);
        Assert.Contains("there is an array of 1 × 2; expected samples of 3", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_answers_each_line_before_the_next_one_comes()
    {
        using var process = Command.Start($"predict --model {model} --input - --probabilities");
        await process.StandardInput.WriteAsync("1 2 3\n");
        await process.StandardInput.FlushAsync();
        Assert.StartsWith("line,class", await process.StandardOutput.ReadLineAsync().WaitAsync(Patience), StringComparison.Ordinal);
        for (var line = 1; line <= 3; line++)
        {
            Assert.Equal(Expected((line, [1, 2, 3]))[0], await process.StandardOutput.ReadLineAsync().WaitAsync(Patience));
            await process.StandardInput.WriteAsync("1 2 3\n");
            await process.StandardInput.FlushAsync();
        }

        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(Patience);
        Assert.Equal(0, process.ExitCode);
        Assert.Empty(await process.StandardError.ReadToEndAsync());
    }

    [Fact]
    public async Task A_process_ends_with_0_when_nobody_reads_any_more_though_input_goes_on()
    {
        using var process = Command.Start($"predict --model {model} --input -");
        await process.StandardInput.WriteAsync("1 2 3\n");
        await process.StandardInput.FlushAsync();
        await process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        process.StandardOutput.Close();
        var writing = Task.Run(() =>
        {
            try
            {
                while (true)
                {
                    process.StandardInput.WriteLine("1 2 3");
                }
            }
            catch (IOException)
            {
                // The process is gone.
            }
        });
        await process.WaitForExitAsync().WaitAsync(Patience);
        Assert.Equal(0, process.ExitCode);
        Assert.Empty(await process.StandardError.ReadToEndAsync());
        await writing.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_process_that_waits_for_input_stops_with_130_when_it_is_interrupted()
    {
        if (OperatingSystem.IsWindows() || IgnoresInterrupts())
        {
            return;
        }

        using var process = Command.Start($"predict --model {model} --input -");
        await process.StandardInput.WriteAsync("1 2 3\n");
        await process.StandardInput.FlushAsync();
        await process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        Assert.StartsWith("1,", await process.StandardOutput.ReadLineAsync().WaitAsync(Patience), StringComparison.Ordinal);
        using var kill = Process.Start("/bin/kill", ["-INT", $"{process.Id}"]);
        await process.WaitForExitAsync().WaitAsync(Patience);
        Assert.Equal(130, process.ExitCode);
        Assert.Equal("stopped.", (await process.StandardError.ReadToEndAsync()).Trim());
    }

    [Fact]
    public void Asked_to_stop_it_ends_with_130() =>
        Assert.Equal(130, Command.Run($"predict --model {model} --input -", stop: new CancellationToken(canceled: true), input: "1 2 3\n").Code);

    /// <summary>Whether this process was started, as a shell's background commands are, with interrupts ignored; its children inherit that.</summary>
    private static bool IgnoresInterrupts()
    {
        const string Status = "/proc/self/status";
        const string Ignored = "SigIgn:";
        const ulong Interrupt = 1UL << (2 - 1);
        return File.Exists(Status) && File.ReadLines(Status).Where(line => line.StartsWith(Ignored, StringComparison.Ordinal))
            .Any(line => (ulong.Parse(line[Ignored.Length..], NumberStyles.HexNumber | NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture) & Interrupt) != 0);
    }

    private string[] Expected(params (int Number, double[] Features)[] samples)
    {
        var network = Model.Load(model);
        return [.. samples.Select(sample =>
        {
            var estimate = network.Predict(sample.Features);
            var name = estimate.Class == 0 ? "\"a, b\"" : estimate.ClassName;
            return $"{sample.Number},{name},{Text(estimate.Score)},{string.Join(',', estimate.Outputs.Select(Text))}";
        })];

        static string Text(double number) => ((float)number).ToString("R", CultureInfo.InvariantCulture);
    }

    private static string[] Lines(string arguments)
    {
        var outcome = Command.Run(arguments);
        Assert.Equal((0, string.Empty), (outcome.Code, outcome.Error));
        return outcome.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private string Written(string name, string text)
    {
        var path = Path.Combine(directory.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    private string Saved(OutputMeaning meaning)
    {
        var path = Path.Combine(directory.FullName, $"{meaning}.safetensors");
        var network = new Affine(3);
        ModelFile.Save(path, new Model<float>(
            new("small", new SampleShape(3), new Scaling.UnitInterval(2), 3, Prelude.Seq("a, b", "b", "c"), network, meaning),
            network.Initialise<float>(3, RandomKey.FromSeed(4)))).IfLeft(fault => throw new InvalidOperationException(fault.Message));
        return path;
    }
}
