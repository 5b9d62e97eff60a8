namespace Functional.Cli.Tests.Options;

using System;
using System.Linq;
using Xunit;

public class TrainOptionsTests
{
    [Theory]
    [InlineData("--schedule wave", "--schedule", "'wave'")]
    [InlineData("--schedule step:0", "--schedule", "EPOCHS a whole number")]
    [InlineData("--warm-up -1", "--warm-up", "'-1'")]
    [InlineData("--warm-up 40", "--warm-up", "40 of 40 epochs")]
    [InlineData("--warm-up 1 --schedule one-cycle", "--warm-up", "one-cycle")]
    [InlineData("--optimizer adam --momentum 0.5", "--momentum", "adam as optimizer")]
    [InlineData("--optimizer nesterov --momentum 1", "--momentum", "'1'")]
    [InlineData("--weight-decay 0.1", "--weight-decay", "sgd as optimizer")]
    [InlineData("--optimizer adamw --weight-decay -0.1", "--weight-decay", "'-0.1'")]
    [InlineData("--l1 -1", "--l1", "'-1'")]
    [InlineData("--l2 inf", "--l2", "'inf'")]
    [InlineData("--dropout 1", "--dropout", "'1'")]
    [InlineData("--dropout 0.5 --hidden none", "--dropout", "no hidden layers")]
    [InlineData("--batch-norm --hidden none", "--batch-norm", "no hidden layers")]
    [InlineData("--batch-norm --batch 1", "--batch-norm", "batches of 1 sample")]
    [InlineData("--batch-norm yes", "'yes'", "no option")]
    [InlineData("--max-norm 0", "--max-norm", "'0'")]
    [InlineData("--clip NaN", "--clip", "'NaN'")]
    [InlineData("--early-stopping 5", "--early-stopping", "expected validation")]
    [InlineData("--early-stopping 0 --validation 0.1", "--early-stopping", "'0'")]
    [InlineData("--validation 1", "--validation", "'1'")]
    [InlineData("--validation 0.0001", "--validation", "0 of 1,438 samples")]
    [InlineData("--validation 0.5 --batch 720", "--batch", "719")]
    [InlineData("--class-weights heavy", "--class-weights", "expected balanced or none")]
    [InlineData("--label-smoothing 1", "--label-smoothing", "'1'")]
    [InlineData("--label-smoothing 0.1 --loss hinge", "--label-smoothing", "hinge as loss")]
    [InlineData("--time-limit 0", "--time-limit", "'0'")]
    [InlineData("--diagnosis", "--diagnosis", "expected --diagnose")]
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
    public void All_texts_that_cannot_be_read_are_reported_together()
    {
        var outcome = Command.Run(
            "--momentum a --weight-decay b --schedule c --warm-up d --l1 e --l2 f --dropout g --max-norm h --clip i --early-stopping j --validation k --class-weights l --label-smoothing m --time-limit n");
        Assert.Equal(14, outcome.ErrorLines.Count(line => line.StartsWith("error: --", StringComparison.Ordinal)));
    }

    [Fact]
    public void All_options_that_do_not_go_together_are_reported_together()
    {
        var outcome = Command.Run("--optimizer sgd --momentum 0.9 --weight-decay 0.1 --loss squared-hinge --label-smoothing 0.1 --early-stopping 3 --hidden none --dropout 0.5");
        Assert.Equal(2, outcome.Code);
        Assert.Equal(
            ["--momentum", "--weight-decay", "--dropout", "--label-smoothing", "--early-stopping"],
            outcome.ErrorLines.SkipLast(1).Select(line => line.Split(": ")[1]).ToArray());
    }
}
