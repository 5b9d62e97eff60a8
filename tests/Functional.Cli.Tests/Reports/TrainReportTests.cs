namespace Functional.Cli.Tests.Reports;

using System;
using System.IO;
using System.Linq;
using Xunit;

public class TrainReportTests
{
    /// <summary>Everything at once, in three epochs on the digits.</summary>
    private const string Everything =
        "--hidden 16,12 --epochs 3 --batch 50 --optimizer adamw --weight-decay 0.02 --schedule cosine:0.1 --warm-up 1 --clip 2 --max-norm 3 --l1 1e-5 --l2 1e-4 --dropout 0.2 --batch-norm"
        + " --label-smoothing 0.05 --class-weights balanced --validation 0.1 --early-stopping 2 --diagnose";

    private static readonly string[] UsualMembers =
    [
        "testAccuracy", "trainAccuracy", "loss", "testLoss", "trainAccuracyPerEpoch", "testAccuracyPerEpoch", "fingerprint", "arithmeticVersion", "parameters", "seconds", "confusions",
        "gradientCheck", "experiment", "saved",
    ];

    private static readonly string[] UsualSettings =
    [
        "data", "trainSamples", "testSamples", "hidden", "activation", "loss", "optimizer", "learningRate", "batch", "epochs", "seed", "precision", "threads",
    ];

    [Fact]
    public void Without_new_settings_json_has_the_members_it_always_had()
    {
        var json = Command.Run("--epochs 1 --hidden 4 --json").Json;
        Assert.Equal(UsualMembers, json.Select(member => member.Key).ToArray());
        Assert.Equal(UsualSettings, json["experiment"]!.AsObject().Select(member => member.Key).ToArray());
    }

    [Fact]
    public void Without_new_settings_plain_lines_have_the_columns_they_always_had()
    {
        var lines = Command.Run("--epochs 1 --hidden 4").Out.Split('\n');
        Assert.Contains("epoch        loss     train      test   seconds    samples/s", lines);
        Assert.DoesNotContain(lines, line => line.StartsWith("besides", StringComparison.Ordinal) || line.StartsWith("ended", StringComparison.Ordinal) || line.StartsWith("diagnosis", StringComparison.Ordinal));
    }

    [Fact]
    public void With_everything_switched_on_threads_change_no_bit()
    {
        var one = Command.Run($"{Everything} --threads 1 --json");
        var two = Command.Run($"{Everything} --threads 2 --json");
        Assert.Equal(0, one.Code);
        Assert.Equal(one.Fingerprint, two.Fingerprint);
        Assert.NotEqual(one.Fingerprint, Command.Run($"{Everything} --seed 1 --json").Fingerprint);

        // Looking on changes nothing, either.
        Assert.Equal(one.Fingerprint, Command.Run($"{Everything.Replace(" --diagnose", string.Empty, StringComparison.Ordinal)} --json").Fingerprint);
    }

    [Fact]
    public void Json_tells_how_it_went_and_what_was_set()
    {
        var json = Command.Run($"{Everything} --json").Json;
        Assert.Equal(3, json["validationLoss"]!.AsArray().Count);
        Assert.Equal(3, json["validationAccuracyPerEpoch"]!.AsArray().Count);
        var epoch = (int)json["resultEpoch"]!;
        Assert.Equal((double)json["validationLoss"]!.AsArray().MinBy(loss => (double)loss!)!, (double)json["validationLoss"]![epoch - 1]!);
        Assert.Equal((double)json["testAccuracy"]!, (double)json["testAccuracyPerEpoch"]![epoch - 1]!);
        Assert.Equal((double)json["validationAccuracy"]!, (double)json["validationAccuracyPerEpoch"]![epoch - 1]!);
        Assert.Equal("epochs", (string)json["ending"]!);
        var rates = json["learningRatePerEpoch"]!.AsArray().Select(rate => (double)rate!).ToArray();
        Assert.All(json["diagnosis"]!["layers"]!.AsArray().Where(layer => layer!["weights"] is not null), layer => Assert.True((double)layer!["updateRatio"]! > 0));
        Assert.True(rates[0] > rates[1] && rates[1] > rates[2] && rates[2] >= 0.0002);
        Assert.Equal(
            [
                .. UsualSettings, "weightDecay", "schedule", "warmUp", "clip", "maxNorm", "batchNorm", "dropout", "l1", "l2", "classWeights", "labelSmoothing", "validation", "validationSamples",
                "earlyStopping",
            ],
            json["experiment"]!.AsObject().Select(member => member.Key).ToArray());
        Assert.Equal(("cosine:0.1", "balanced", 144), ((string)json["experiment"]!["schedule"]!, (string)json["experiment"]!["classWeights"]!, (int)json["experiment"]!["validationSamples"]!));
        Assert.Equal(1438 - 144, (int)json["experiment"]!["trainSamples"]!);
    }

    [Fact]
    public void A_diagnosis_has_a_line_for_every_layer_and_says_what_looks_wrong()
    {
        // So high a rate that the rectifiers die or the loss leaps.
        var outcome = Command.Run("--hidden 16 --epochs 2 --learning-rate 4 --diagnose --json");
        Assert.Equal(0, outcome.Code);
        var diagnosis = outcome.Json["diagnosis"]!;
        Assert.Equal(["Affine 64→16", "ReLU", "Affine 16→10"], diagnosis["layers"]!.AsArray().Select(layer => (string)layer!["title"]!).ToArray());
        var finding = diagnosis["findings"]!.AsArray().First()!;
        Assert.Contains((string)finding["kind"]!, new[] { "rate-too-high", "dead" });
        Assert.Matches("[0-9]", (string)finding["message"]!);
        var plain = Command.Run("--hidden 16 --epochs 2 --learning-rate 4 --diagnose").Out;
        Assert.Contains("update/weights", plain, StringComparison.Ordinal);
        Assert.Contains(((string)finding["message"]!).Split(':')[0], plain, StringComparison.Ordinal);
    }

    [Fact]
    public void A_training_in_which_nothing_looks_wrong_is_told_so() =>
        Assert.Contains("nothing looks wrong.", Command.Run("--hidden 16 --epochs 3 --learning-rate 0.1 --diagnose").Out, StringComparison.Ordinal);

    [Fact]
    public void A_training_that_diverges_is_diagnosed_on_standard_error()
    {
        var outcome = Command.Run("--learning-rate 1e6 --diagnose --json");
        Assert.Equal(3, outcome.Code);
        Assert.Empty(outcome.Out);
        Assert.Contains("diagnosis: The learning rate is too high", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Lines_show_validation_rate_ending_and_result(bool interactive)
    {
        var output = Command.Run(Everything, interactive).Out;
        Assert.Contains("144 to judge by", output, StringComparison.Ordinal);
        Assert.Contains("schedule cosine:0.1, warm-up over 1 epoch", output, StringComparison.Ordinal);
        Assert.Contains("val. loss validation", output, StringComparison.Ordinal);
        Assert.Matches(" test +rate +seconds", output);
        Assert.Matches("ended +after all 3 epochs", output);
        Assert.Matches("result +the network of epoch [123] .validation loss", output);
        Assert.Matches("Batch normalisation", output);
    }

    [Fact]
    public void Early_stopping_tells_when_and_why()
    {
        var json = Command.Run("--hidden 8 --epochs 30 --learning-rate 3 --validation 0.2 --early-stopping 1 --json").Json;
        Assert.Equal("early-stopping", (string)json["ending"]!);
        Assert.Equal(json["loss"]!.AsArray().Count - 1, (int)json["resultEpoch"]!);
        Assert.Contains(
            "once the validation loss was no smaller than",
            Command.Run("--hidden 8 --epochs 30 --learning-rate 3 --validation 0.2 --early-stopping 1").Out,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_limit_of_time_ends_a_run_behind_a_whole_epoch()
    {
        var json = Command.Run("--hidden 4 --epochs 1000000 --time-limit 0.000001 --json").Json;
        Assert.Equal("time-limit", (string)json["ending"]!);
        Assert.Single(json["loss"]!.AsArray());
        Assert.Equal(Command.Run("--hidden 4 --epochs 1 --json").Fingerprint, (string)json["fingerprint"]!);
    }

    [Theory]
    [InlineData("--batch-norm --dropout 0.2")]
    [InlineData("--batch-norm --dropout 0.9 --hidden 3,2 --activation tanh --l2 0.1")]
    [InlineData("--dropout 0.5 --l1 0.01 --loss squared-error")]
    [InlineData("--label-smoothing 0.2 --class-weights balanced --loss sigmoid-focal")]
    public void The_gradient_is_proven_with_normalisation_dropout_and_penalties(string arguments)
    {
        var outcome = Command.Run($"--epochs 1 {arguments} --json");
        Assert.Equal(0, outcome.Code);
        Assert.InRange((double)outcome.Json["gradientCheck"]!["worstRelativeDifference"]!, 1e-16, 1e-7);
    }

    [Fact]
    public void A_saved_network_with_normalisation_and_dropout_predicts_as_it_did_after_training()
    {
        var file = Path.Combine(Path.GetTempPath(), $"functional-{Guid.NewGuid():N}.safetensors");
        try
        {
            var trained = Command.Run($"{Everything} --save {file} --json");
            var predicted = Command.Run($"predict --model {file} --json");
            Assert.Equal(0, predicted.Code);
            Assert.Equal(trained.Fingerprint, predicted.Fingerprint);
            Assert.Equal((double)trained.Json["testAccuracy"]!, (double)predicted.Json["accuracy"]!);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
