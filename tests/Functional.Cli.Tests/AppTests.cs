namespace Functional.Cli.Tests;

using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

public class AppTests
{
    [Theory]
    [InlineData("--epochs 0", "--epochs", "'0'")]
    [InlineData("--epochs 1.5", "--epochs", "'1.5'")]
    [InlineData("--hidden 5,-1", "--hidden", "'5,-1'")]
    [InlineData("--hidden 5,,6", "--hidden", "'5,,6'")]
    [InlineData("--learning-rate NaN", "--learning-rate", "'NaN'")]
    [InlineData("--learning-rate -0.1", "--learning-rate", "'-0.1'")]
    [InlineData("--batch 0", "--batch", "'0'")]
    [InlineData("--batch 1439", "--batch", "1,439")]
    [InlineData("--activation swish", "--activation", "'swish'")]
    [InlineData("--loss hing", "--loss", "'hing'")]
    [InlineData("--optimizer rmspro", "--optimizer", "'rmspro'")]
    [InlineData("--precision half", "--precision", "'half'")]
    [InlineData("--threads 0", "--threads", "'0'")]
    [InlineData("--seed -1", "--seed", "'-1'")]
    [InlineData("--epoch 3", "--epoch", "expected --epochs")]
    [InlineData("--epochs", "--epochs", "no value")]
    [InlineData("--epochs 1 --epochs 2", "--epochs", "2 times")]
    [InlineData("trian", "'trian'", "expected train")]
    [InlineData("check --samples 0", "--samples", "'0'")]
    [InlineData("check --samples 9999", "--samples", "1,438")]
    [InlineData("predict", "--model", "nothing")]
    [InlineData("predict --model x --samples 1 --index 1", "--index", "only one")]
    public void A_wrong_option_is_named_with_what_was_found(string arguments, string option, string found)
    {
        var outcome = Command.Run(arguments);
        Assert.Equal(2, outcome.Code);
        Assert.Empty(outcome.Out);
        Assert.StartsWith($"error: {option}: ", outcome.Error, StringComparison.Ordinal);
        Assert.Contains(found, outcome.ErrorLines[0], StringComparison.Ordinal);
        Assert.Contains("expected", outcome.ErrorLines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void All_wrong_options_are_reported_together()
    {
        var outcome = Command.Run("train --epochs 0 --hidden x --activation y --loss z --optimizer a --batch b --seed c --threads d --precision e --learning-rate f --nope");
        Assert.Equal(2, outcome.Code);
        Assert.Equal(11, outcome.ErrorLines.Count(line => line.StartsWith("error: --", StringComparison.Ordinal)));
    }

    [Fact]
    public void Data_and_a_target_that_are_not_there_are_reported_together_before_anything_is_computed()
    {
        var outcome = Command.Run("--data /no/such/data --save /no/such/file");
        Assert.Equal(1, outcome.Code);
        Assert.Empty(outcome.Out);
        Assert.Equal(2, outcome.ErrorLines.Count);
    }

    [Fact]
    public void A_training_that_diverges_names_step_and_layer_and_writes_no_json()
    {
        var outcome = Command.Run("--learning-rate 1e6 --json");
        Assert.Equal(3, outcome.Code);
        Assert.Empty(outcome.Out);
        Assert.Matches("step [0-9]+.*layer 2, Affine 128→10", outcome.Error);
    }

    [Fact]
    public void Json_is_one_object_and_nothing_else()
    {
        var outcome = Command.Run("--epochs 2 --hidden 8 --json");
        Assert.Equal(0, outcome.Code);
        Assert.Empty(outcome.Error);
        var json = outcome.Json;
        Assert.Equal(2, json["loss"]!.AsArray().Count);
        Assert.Equal((double)json["testAccuracy"]!, (double)json["testAccuracyPerEpoch"]![1]!);
        Assert.Equal((double)json["trainAccuracy"]!, (double)json["trainAccuracyPerEpoch"]![1]!);
        Assert.Equal((64 * 8) + 8 + 80 + 10, (int)json["parameters"]!);
        Assert.Matches("^[0-9a-f]{64}$", outcome.Fingerprint);
        Assert.Equal(2, (int)json["experiment"]!["epochs"]!);
    }

    [Fact]
    public void Train_may_be_left_out() =>
        Assert.Equal(Command.Run("train --epochs 1 --hidden none --json").Fingerprint, Command.Run("--epochs 1 --hidden none --json").Fingerprint);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_training_shows_its_accuracy_and_fingerprint(bool interactive)
    {
        var outcome = Command.Run("--epochs 2 --hidden 8", interactive);
        Assert.Equal(0, outcome.Code);
        Assert.Contains(Command.Run("--epochs 2 --hidden 8 --json").Fingerprint, outcome.Out.ReplaceLineEndings(string.Empty), StringComparison.Ordinal);
        Assert.Contains("64", outcome.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', outcome.Out);
    }

    [Fact]
    public void A_check_passes_and_counts_every_parameter_and_input()
    {
        var outcome = Command.Run("check --hidden 5 --json");
        Assert.Equal(0, outcome.Code);
        Assert.True((bool)outcome.Json["passed"]!);
        Assert.Equal((64 * 5) + 5 + 50 + 10 + (64 * 3), outcome.Json["tensors"]!.AsArray().Sum(tensor => (int)tensor!["compared"]! + (int)tensor["kinks"]!));
        Assert.Contains("passed", Command.Run("check --hidden 5 --activation tanh --loss huber --directions 2").Out, StringComparison.Ordinal);
        Assert.Contains("passed", Command.Run("check --hidden 5 --directions 2", interactive: true).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_saved_network_predicts_as_it_did_after_training()
    {
        var file = Path.Combine(Path.GetTempPath(), $"functional-{Guid.NewGuid():N}.safetensors");
        try
        {
            var trained = Command.Run($"--epochs 3 --hidden 16 --save {file} --json");
            var predicted = Command.Run($"predict --model {file} --json --samples 4");
            Assert.Equal(0, predicted.Code);
            Assert.Equal(trained.Fingerprint, predicted.Fingerprint);
            Assert.Equal((double)trained.Json["testAccuracy"]!, (double)predicted.Json["accuracy"]!);
            Assert.Equal(4, predicted.Json["predictions"]!.AsArray().Count);
            Assert.Equal(1, predicted.Json["predictions"]![0]!["probabilities"]!.AsArray().Sum(each => (double)each!), 1e-5);
            Assert.Contains("sample 7: truth", Command.Run($"predict --model {file} --index 7").Out, StringComparison.Ordinal);
            Assert.Contains("▀", Command.Run($"predict --model {file} --index 7", interactive: true).Out, StringComparison.Ordinal);
            Assert.Equal(2, Command.Run($"predict --model {file} --index 359").Code);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void What_is_no_model_is_a_fault()
    {
        var outcome = Command.Run($"predict --model {typeof(AppTests).Assembly.Location}");
        Assert.Equal(1, outcome.Code);
        Assert.Contains("Functional.Cli.Tests.dll", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Asked_to_stop_it_ends_with_130() => Assert.Equal(130, Command.Run("--epochs 1000", stop: new CancellationToken(canceled: true)).Code);

    [Theory]
    [InlineData("--help", "Commands:")]
    [InlineData("train --help", "--learning-rate RATE")]
    [InlineData("check --help", "--directions NUMBER")]
    [InlineData("predict -h", "--model FILE")]
    [InlineData("--version", "arithmetic version")]
    public void Help_and_version_go_to_standard_output(string arguments, string shown)
    {
        var outcome = Command.Run(arguments);
        Assert.Equal(0, outcome.Code);
        Assert.Contains(shown, outcome.Out, StringComparison.Ordinal);
        Assert.Empty(outcome.Error);
    }

    [Fact]
    public async Task A_process_of_its_own_writes_plain_lines_and_returns_the_code()
    {
        var outcome = await Command.RunInProcess("--epochs 1 --hidden 4");
        Assert.Equal(0, outcome.Code);
        Assert.Empty(outcome.Error);
        Assert.DoesNotContain('\e', outcome.Out);
        Assert.StartsWith("data           digits", outcome.Out, StringComparison.Ordinal);
        Assert.Equal(2, (await Command.RunInProcess("--epochs 0")).Code);
    }
}
