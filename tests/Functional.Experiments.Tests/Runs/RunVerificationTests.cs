namespace Functional.Experiments.Tests.Runs;

using System.Linq;
using Functional.Data;
using LanguageExt;
using Xunit;

public class RunVerificationTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(7)]
    public void A_run_agrees_with_itself_as_far_as_it_was_recorded(int? stopBehind)
    {
        using var directory = new TemporaryDirectory();
        var experiment = Everything.Experiment(epochs: 3);
        var split = Digits.Load();
        RecordedRuns.Begin(directory.File("one"), experiment, stopBehind, split: split);
        var agreements = RunVerification.Of(new RunFolder(directory.File("one")).Read().Success()).Success();
        Assert.All(agreements, agreement => Assert.True(agreement.Agrees, agreement.What));
        Assert.Equal(stopBehind is null ? 6 : 4, agreements.Count);
    }

    [Fact]
    public void Runs_on_other_samples_do_not_agree()
    {
        using var directory = new TemporaryDirectory();
        RecordedRuns.Begin(directory.File("one"), Small.Experiment());
        var agreements = RunVerification.Of(new RunFolder(directory.File("one")).Read().Success()).Success();
        Assert.Equal(["data", "metrics", "final parameters"], agreements.Where(agreement => !agreement.Agrees).Select(agreement => agreement.What).ToArray());
    }

    [Fact]
    public void A_comparison_tells_where_experiments_differ()
    {
        using var directory = new TemporaryDirectory();
        string[] folders = [directory.File("one"), directory.File("two"), directory.File("three")];
        RecordedRuns.Begin(folders[0], Small.Experiment(seed: 1));
        RecordedRuns.Begin(folders[1], Small.Experiment(seed: 2));
        RecordedRuns.Begin(folders[2], Small.Experiment(seed: 1, epochs: 3));
        var comparison = RunComparison.Of(folders.Select(path => new RunFolder(path)).ToSeq().Strict()).Success();
        Assert.Equal(["$.seed", "$.epochs"], comparison.Differences.Select(difference => difference.Path).ToArray());
        Assert.Equal(["1", "2", "1"], comparison.Differences[0].Values.ToArray());
        Assert.Equal(["2", "2", "3"], comparison.Differences[1].Values.ToArray());
    }
}
