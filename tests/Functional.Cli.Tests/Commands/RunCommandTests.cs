namespace Functional.Cli.Tests.Commands;

using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using Functional.Experiments;
using Xunit;

public class RunCommandTests
{
    [Theory]
    [InlineData("--epochs 2 --hidden 8")]
    [InlineData("--epochs 2 --hidden 8,5 --activation leaky-relu --loss huber --optimizer adamw --weight-decay 0.02 --schedule step:1,0.5 --batch 50 --seed 18446744073709551615 --precision double")]
    [InlineData("--epochs 3 --hidden 6 --optimizer rmsprop --momentum 0.5 --warm-up 1 --clip 1 --max-norm 2 --l1 1e-6 --l2 1e-5 --dropout 0.1 --batch-norm --label-smoothing 0.1 --class-weights balanced --validation 0.2 --early-stopping 2")]
    [InlineData("--epochs 2 --hidden none --batch full --learning-rate 0.25 --schedule cosine:0.1")]
    [InlineData("--epochs 2 --set network.hidden=null --set network.layers=[{\"type\":\"affine\",\"outputs\":6},\"tanh\"] --set optimiser={\"type\":\"lamb\",\"rate\":0.01,\"epsilon\":1e-5} --set sampling={\"type\":\"with-replacement\",\"size\":40}")]
    public void The_printed_experiment_of_options_runs_to_the_same_fingerprint(string arguments)
    {
        using var directory = new TemporaryDirectory();
        var file = directory.File("experiment.json");
        var printed = Command.Run($"train {arguments} --print-experiment");
        Assert.Equal((0, string.Empty), (printed.Code, printed.Error));
        File.WriteAllText(file, printed.Out);
        var (trained, run) = (Command.Run($"train {arguments} --json"), Command.Run($"run {file} --json"));
        Assert.Equal(0, run.Code);
        Assert.Equal(trained.Fingerprint, run.Fingerprint);
        Assert.Equal(printed.Out, Command.Run($"run {file} --print-experiment").Out);
    }

    [Fact]
    public void What_init_writes_runs_as_train_does_without_options()
    {
        using var directory = new TemporaryDirectory();
        var file = directory.File("experiment.jsonc");
        Assert.Equal(0, Command.Run($"init {file}").Code);
        Assert.Equal(File.ReadAllText(file), Command.Run("init").Out);
        Assert.Equal(Command.Run("train --print-experiment").Out, Command.Run($"run {file} --print-experiment").Out);
        Assert.Equal(Command.Run("train --epochs 1 --json").Fingerprint, Command.Run($"run {file} --set epochs=1 --json").Fingerprint);
        Assert.Equal(1, Command.Run($"init {file}").Code);
        Assert.Equal(0, Command.Run($"init {file} --force --schema").Code);
        Assert.Equal(ExperimentDocument.Schema(), File.ReadAllText(file));
    }

    [Fact]
    public void All_faults_of_a_file_are_told_with_their_places()
    {
        using var directory = new TemporaryDirectory();
        var file = directory.File("experiment.json");
        File.WriteAllText(file, "{\"version\": 1, \"arithmetic\": 1,\n\"seed\": -1,\n\"epoch\": 3, \"optimiser\": {\"type\": \"adm\"}}");
        var outcome = Command.Run($"run {file}");
        Assert.Equal((2, string.Empty), (outcome.Code, outcome.Out));
        Assert.Equal(4, outcome.ErrorLines.Count);
        Assert.StartsWith($"error: {file} $.seed (line 2, column 9): found -1; expected ", outcome.ErrorLines[0], StringComparison.Ordinal);
        Assert.Contains("$.epoch", outcome.ErrorLines[1], StringComparison.Ordinal);
        Assert.Contains("$.optimiser.type", outcome.ErrorLines[2], StringComparison.Ordinal);
        Assert.StartsWith("hint: ", outcome.ErrorLines[3], StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_fit_the_samples_is_told_with_its_place_in_the_file()
    {
        using var directory = new TemporaryDirectory();
        var file = directory.File("experiment.json");
        File.WriteAllText(file, "{\"version\": 1, \"arithmetic\": 1, \"sampling\": {\"type\": \"mini-batch\", \"size\": 1439}}");
        var outcome = Command.Run($"run {file}");
        Assert.Equal(2, outcome.Code);
        Assert.Contains("$.sampling: found 1,439", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run", "'FILE'")]
    [InlineData("run x --set a", "--set: found 'a'")]
    [InlineData("resume", "'FOLDER'")]
    [InlineData("verify", "'FOLDER'")]
    [InlineData("compare", "'FOLDERS'")]
    [InlineData("--set epochs=x", "--set $.epochs: found 'x'")]
    [InlineData("--set epoch=1 --set seed=-1", "expected epochs")]
    [InlineData("--checkpoint-steps 0", "--checkpoint-steps: found '0'")]
    [InlineData("--checkpoint-minutes -1", "--checkpoint-minutes: found '-1'")]
    [InlineData("--checkpoints-kept 0", "--checkpoints-kept: found '0'")]
    public void A_wrong_option_is_named(string arguments, string words)
    {
        using var directory = new TemporaryDirectory();
        var file = directory.File("x");
        File.WriteAllText(file, Command.Run("init").Out);
        var outcome = Command.Run(arguments.Replace(" x", $" {file}", StringComparison.Ordinal));
        Assert.Equal(2, outcome.Code);
        Assert.Contains(words, outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run {0}/nope.json", "no such file")]
    [InlineData("run {0}", "a directory")]
    [InlineData("resume {0}/nope", "there is no such folder")]
    [InlineData("resume {0}", "there is no run here")]
    [InlineData("verify {0}", "there is no run here")]
    [InlineData("compare {0} {0}/nope", "there is no such folder")]
    [InlineData("train --output {0}/file", "this is a file")]
    [InlineData("train --output {0}/file/x", "cannot be made")]
    [InlineData("train --output {0}", "holds other files")]
    public void A_file_or_folder_that_cannot_be_used_is_named(string arguments, string words)
    {
        using var directory = new TemporaryDirectory();
        File.WriteAllText(directory.File("file"), "x");
        var outcome = Command.Run(string.Format(System.Globalization.CultureInfo.InvariantCulture, arguments, directory.Path));
        Assert.Equal((1, string.Empty), (outcome.Code, outcome.Out));
        Assert.Contains(words, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recorded_run_is_verified_compared_and_cannot_be_begun_again()
    {
        using var directory = new TemporaryDirectory();
        var (one, other) = (directory.File("one"), directory.File("other"));
        var trained = Command.Run($"train --epochs 3 --hidden 8 --output {one} --json");
        Assert.Equal((0, string.Empty), (trained.Code, trained.Error));
        Assert.Equal(0, Command.Run($"train --epochs 2 --hidden 8 --set optimiser.rate=0.25 --output {other} --json").Code);

        var verified = Command.Run($"verify {one} --json --threads 1");
        Assert.Equal(0, verified.Code);
        Assert.True((bool)verified.Json["agrees"]!);
        Assert.Equal(
            ["experiment", "data", "initial parameters", "metrics", "final parameters", "model file"],
            verified.Json["fingerprints"]!.AsArray().Select(each => (string)each!["of"]!).ToArray());
        Assert.Contains("The run is the one that its description gives.", Command.Run($"verify {one}").Out, StringComparison.Ordinal);

        var compared = Command.Run($"compare {one} {other} --json").Json;
        Assert.Equal(["$.optimiser.rate", "$.epochs"], compared["differences"]!.AsArray().Select(each => (string)each!["path"]!).ToArray());
        Assert.Equal(["0.5", "0.25"], compared["differences"]![0]!["values"]!.AsArray().Select(each => (string)each!).ToArray());
        Assert.Equal(trained.Fingerprint, (string)compared["runs"]![0]!["fingerprint"]!);
        Assert.Equal((double)trained.Json["testAccuracy"]!, (double)compared["runs"]![0]!["testAccuracy"]!);
        var table = Command.Run($"compare {one} {other}").Out;
        Assert.Contains("$.optimiser.rate", table, StringComparison.Ordinal);
        Assert.Contains("test accuracy", table, StringComparison.Ordinal);

        Assert.Contains("there is a run here already", Command.Run($"train --output {one}").Error, StringComparison.Ordinal);
        var resumed = Command.Run($"resume {one}");
        Assert.Equal(0, resumed.Code);
        Assert.Contains($"the run is finished: {trained.Fingerprint}", resumed.Out, StringComparison.Ordinal);
        Assert.Equal(trained.Fingerprint, Command.Run($"predict --model {Path.Combine(one, "model.safetensors")} --json").Fingerprint);
    }

    [Fact]
    public void A_verification_that_does_not_agree_says_where_and_ends_with_1()
    {
        using var directory = new TemporaryDirectory();
        var one = directory.File("one");
        Command.Run($"train --epochs 2 --hidden 8 --output {one}");
        var metrics = Path.Combine(one, "metrics.jsonl");
        File.WriteAllText(metrics, File.ReadAllText(metrics).Replace("\"loss\":0.", "\"loss\":1.", StringComparison.Ordinal));
        var verified = Command.Run($"verify {one}");
        Assert.Equal(1, verified.Code);
        Assert.Contains("metrics              DIFFERS", verified.Out, StringComparison.Ordinal);
        Assert.Contains("final parameters     agrees", verified.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stopped_run_goes_on_to_the_same_bits_and_the_same_files()
    {
        using var directory = new TemporaryDirectory();
        var (one, other) = (directory.File("one"), directory.File("other"));
        const string Arguments = "train --epochs 3 --hidden 8 --dropout 0.1 --optimizer adam --validation 0.2 --early-stopping 2 --json";
        var undisturbed = Command.Run($"{Arguments} --output {one}");
        var stopped = Command.Run($"{Arguments} --output {other}", stop: new CancellationToken(canceled: true));
        Assert.Equal(130, stopped.Code);
        Assert.True(Directory.Exists(other));
        var again = Command.Run($"resume {other} --json", stop: new CancellationToken(canceled: true));
        Assert.Equal(130, again.Code);
        var resumed = Command.Run($"resume {other} --json");
        Assert.Equal(0, resumed.Code);
        Assert.Contains("resumed", resumed.Error, StringComparison.Ordinal);
        Assert.Equal(undisturbed.Fingerprint, resumed.Fingerprint);
        Assert.Equal(undisturbed.Json["loss"]!.ToJsonString(), resumed.Json["loss"]!.ToJsonString());
        foreach (var name in new[] { "experiment.json", "fingerprints.json", "metrics.csv", "metrics.jsonl", "model.safetensors" })
        {
            Assert.Equal(File.ReadAllBytes(Path.Combine(one, name)), File.ReadAllBytes(Path.Combine(other, name)));
        }

        Assert.Equal(0, Command.Run($"verify {other}").Code);
    }

    [Fact]
    public void A_run_that_diverges_says_so_and_cannot_be_resumed()
    {
        using var directory = new TemporaryDirectory();
        var one = directory.File("one");
        Assert.Equal(3, Command.Run($"train --learning-rate 1e6 --output {one}").Code);
        var resumed = Command.Run($"resume {one}");
        Assert.Equal(3, resumed.Code);
        Assert.Contains("the run has come to its end: Training diverged", resumed.Out, StringComparison.Ordinal);
        Assert.Equal(0, Command.Run($"verify {one}").Code);
        Assert.Contains("diverged", Command.Run($"compare {one}").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Stopped_before_its_gradient_is_checked_a_run_can_be_resumed_from_the_beginning()
    {
        using var directory = new TemporaryDirectory();
        var one = directory.File("one");
        Command.Run($"train --epochs 1 --hidden 4 --output {one}", stop: new CancellationToken(canceled: true));
        var status = JsonNode.Parse(File.ReadAllText(Path.Combine(one, "experiment.json")));
        Assert.Equal(1, (int)status!["epochs"]!);
        Assert.Equal(Command.Run("train --epochs 1 --hidden 4 --json").Fingerprint, Command.Run($"resume {one} --json").Fingerprint);
    }
}
