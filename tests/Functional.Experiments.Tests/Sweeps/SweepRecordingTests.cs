namespace Functional.Experiments.Tests.Sweeps;

using System;
using System.IO;
using System.Linq;
using LanguageExt;
using Xunit;

public class SweepRecordingTests
{
    public static TheoryData<string> Sweeps => [SmallSweeps.Grid, SmallSweeps.Random, SmallSweeps.Halving];

    [Theory]
    [MemberData(nameof(Sweeps))]
    public void Neither_workers_nor_order_nor_interruptions_change_a_letter_of_the_results(string json)
    {
        using var directory = new TemporaryDirectory();
        var sweep = SmallSweeps.Read(json);
        var one = directory.File("one");
        Assert.True(SmallSweeps.Run(one, sweep, workers: 1));
        var expected = SmallSweeps.Contents(one);
        foreach (var workers in new[] { 2, 5 })
        {
            var other = directory.File($"other-{workers}");
            Assert.True(SmallSweeps.Run(other, sweep, workers));
            Assert.Equal(expected, SmallSweeps.Contents(other));
        }

        // Stopped again and again, and each time a trial is lost that was done: it comes behind those that followed it.
        var broken = directory.File("broken");
        var stops = 0;
        for (var behind = 1; !SmallSweeps.Run(broken, sweep, 1 + (stops % 2), behind); behind += 2)
        {
            stops++;
            Directory.Delete(Directory.GetDirectories(Path.Combine(broken, "trials")).Order(StringComparer.Ordinal).First(), recursive: true);
        }

        Assert.InRange(stops, 1, 100);
        Assert.Equal(expected, SmallSweeps.Contents(broken));
    }

    [Fact]
    public void Each_trial_is_the_run_that_its_experiment_gives_by_itself()
    {
        using var directory = new TemporaryDirectory();
        var sweep = SmallSweeps.Read(SmallSweeps.Random);
        SmallSweeps.Run(directory.File("one"), sweep, workers: 2);
        var results = SmallSweeps.Results(directory.File("one"), sweep);
        Assert.Equal(Enumerable.Range(1, 8), results.Map(own => own.Trial.Number).Order());
        foreach (var own in results)
        {
            var alone = Small.Result(sweep.Experiment(own.Trial));
            Assert.Equal(alone.Fingerprint, own.Fingerprint.IfNone(string.Empty));
            Assert.Equal(alone.Final, own.Final.IfNone(() => throw new InvalidOperationException("none")));
        }

        Assert.Equal(8, results.Map(own => own.Fingerprint).Distinct().Count());
    }

    [Fact]
    public void A_trial_that_diverges_is_the_worst_result_and_not_the_end()
    {
        using var directory = new TemporaryDirectory();
        var sweep = SmallSweeps.Read(SmallSweeps.Grid);
        Assert.True(SmallSweeps.Run(directory.File("one"), sweep, workers: 1));
        var results = SmallSweeps.Results(directory.File("one"), sweep);
        Assert.Equal([3, 4], results.Filter(own => own.HasDiverged).Map(own => own.Trial.Number).Order().ToArray());
        var standings = SweepStanding.Of(sweep.Figure, results);
        Assert.Equal([3, 4], standings.Skip(4).Select(own => own.Point).ToArray());
        Assert.Equal(
            standings.Take(4).Select(own => own.Mean.IfNone(double.NaN)).OrderDescending(),
            standings.Take(4).Select(own => own.Mean.IfNone(double.NaN)));
        Assert.Contains("diverged,1E+30", File.ReadAllText(new SweepFolder(directory.File("one")).ResultsTable).Replace("1e30", "1E+30", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Halving_lets_the_best_of_each_rung_go_on_with_more_epochs()
    {
        using var directory = new TemporaryDirectory();
        var sweep = SmallSweeps.Read(SmallSweeps.Halving);
        Assert.Equal([(1, 5, 1), (2, 2, 2), (3, 1, 4)], sweep.Rungs.Map(rung => (rung.Number, rung.Points, rung.Epochs.IfNone(0))).ToArray());
        Assert.True(SmallSweeps.Run(directory.File("one"), sweep, workers: 2));
        var results = SmallSweeps.Results(directory.File("one"), sweep);
        foreach (var rung in sweep.Rungs)
        {
            var own = results.Filter(result => result.Trial.Rung == rung.Number).Strict();
            Assert.Equal(rung.Points, own.Count);
            Assert.All(own, result => Assert.Equal(rung.Epochs, result.Epochs));
            Assert.All(own, result => Assert.Equal(rung.Epochs, sweep.Experiment(result.Trial).Epochs));
            var best = SweepStanding.Of(sweep.Figure, own).Map(standing => standing.Point);
            var next = results.Filter(result => result.Trial.Rung == rung.Number + 1).Map(result => result.Trial.Point);
            Assert.Equal(best.Take(next.Count).Order(), next.Order());
        }
    }

    [Fact]
    public void Another_sweep_and_a_trial_of_another_experiment_are_refused()
    {
        using var directory = new TemporaryDirectory();
        var folder = directory.File("one");
        var sweep = SmallSweeps.Read(SmallSweeps.Random);
        SmallSweeps.Run(folder, sweep, workers: 1);
        var other = SweepRecording.Open(folder, SmallSweeps.Read(SmallSweeps.Random.Replace("\"seed\": 5", "\"seed\": 6", StringComparison.Ordinal)), SmallSweeps.Samples).Fault();
        Assert.Contains("$.seed is 5, not 6", other.Message, StringComparison.Ordinal);

        var run = new SweepFolder(folder).RunOf(sweep.Trials(1, [1])[0]);
        File.WriteAllText(run.ExperimentFile, ExperimentDocument.Write(Small.Experiment()));
        using var recording = SweepRecording.Open(folder, sweep, SmallSweeps.Samples).Right();
        Assert.InRange(recording.Run().Count(), 0, 7);
        Assert.False(recording.IsFinished);
        Assert.Contains("not the experiment of this trial", recording.Fault.Map(fault => fault.Message).IfNone(string.Empty), StringComparison.Ordinal);
        Assert.Contains("another process", SweepRecording.Open(folder, sweep, SmallSweeps.Samples).Fault().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_with_other_files_or_a_file_is_refused()
    {
        using var directory = new TemporaryDirectory();
        File.WriteAllText(directory.File("x"), string.Empty);
        var sweep = SmallSweeps.Read(SmallSweeps.Grid);
        Assert.Contains("other files", SweepRecording.Open(directory.Path, sweep, SmallSweeps.Samples).Fault().Message, StringComparison.Ordinal);
        Assert.Contains("this is a file", SweepRecording.Open(directory.File("x"), sweep, SmallSweeps.Samples).Fault().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Mean_and_deviation_are_those_of_the_repetitions()
    {
        var results = new[] { 0.5, 0.75, 1.0 }.Select((accuracy, i) => new TrialResult(
            new SweepTrial(i + 1, 1, i + 1, 1),
            Seq<string>.Empty,
            string.Empty,
            1,
            new EpochFigures(1, 0, 0, 0, accuracy, 0, null),
            string.Empty,
            Option<string>.None)).ToArray().ToSeq().Strict();
        var standing = SweepStanding.Of(SweepFigure.TestAccuracy, results)[0];
        Assert.Equal((0.75, 0.25), (standing.Mean.IfNone(0), standing.Deviation.IfNone(0)));
        var broken = SweepStanding.Of(SweepFigure.TestAccuracy, results.Tail.Add(results[0] with { Final = Option<EpochFigures>.None }).Strict())[0];
        Assert.True(broken.Mean.IsNone && broken.Deviation.IsNone);
    }

    [Fact]
    public void The_picture_has_a_panel_for_each_axis_and_one_for_the_rungs()
    {
        using var directory = new TemporaryDirectory();
        var sweep = SmallSweeps.Read(SmallSweeps.Halving);
        SmallSweeps.Run(directory.File("one"), sweep, workers: 2);
        var chart = Assert.IsType<Panels>(SweepPicture.Of(sweep, SmallSweeps.Results(directory.File("one"), sweep)));
        Assert.Equal(["Rung by rung", "optimiser.rate", "sampling.size"], chart.Charts.Map(own => own.Title).ToArray());
        Assert.Equal(AxisScale.Logarithmic, ((Plot)chart.Charts[1]).Horizontal.Scale);
        Assert.Equal(5, ((Plot)chart.Charts[1]).Marks.Sum(mark => ((Mark.Dots)mark).Points.Count));
        Assert.StartsWith("<svg", File.ReadAllText(new SweepFolder(directory.File("one")).PictureFile), StringComparison.Ordinal);
        Assert.IsType<Panels>(SweepPicture.Of(sweep, Seq<TrialResult>.Empty));
        Assert.StartsWith("<svg", Svg.Of(SweepPicture.Of(sweep, Seq<TrialResult>.Empty)).Text, StringComparison.Ordinal);
    }
}
