namespace Functional.Experiments.Tests.Reports;

using System.IO;
using System.Linq;
using System.Threading;
using Functional.Data;
using Functional.Experiments.Tests.Runs;
using Functional.Numerics;
using LanguageExt;
using Xunit;

public sealed class ReportFileTests
{
    [Fact]
    public void A_run_leaves_the_report_that_is_written_again_letter_by_letter()
    {
        using var directory = new TemporaryDirectory();
        var folder = new RunFolder(directory.File("one"));
        RecordedRuns.Begin(folder.Path, Small.Experiment(), split: Digits.Load());
        var text = File.ReadAllText(folder.ReportFile);
        Assert.Contains("Run one: ", text, System.StringComparison.Ordinal);
        var report = ReportFile.Write(folder, directory.File("again.html"), new Execution { Threads = 3 }).Success();
        Assert.Empty(report.Remarks);
        Assert.Equal(text, File.ReadAllText(directory.File("again.html")));
        Assert.Equal(text, File.ReadAllText(folder.ReportFile));
        Assert.All(RunVerification.Of(folder.Read().Success()).Success(), agreement => Assert.True(agreement.Agrees, agreement.What));
    }

    [Fact]
    public void A_stopped_run_and_a_diverged_one_leave_a_report_and_a_resumed_one_replaces_it()
    {
        using var directory = new TemporaryDirectory();
        var folder = new RunFolder(directory.File("one"));
        RecordedRuns.Begin(folder.Path, Small.Experiment(), 3);
        Assert.Contains("it was stopped behind step 3, after 0 epochs", File.ReadAllText(folder.ReportFile), System.StringComparison.Ordinal);
        using (var resumed = RecordedRuns.Resume(folder.Path))
        {
            Assert.IsType<RunEvent.Finished>(RecordedRuns.Events(resumed)[^1]);
        }

        Assert.Contains("Finished after all 2 epochs", File.ReadAllText(folder.ReportFile), System.StringComparison.Ordinal);
        var other = new RunFolder(directory.File("other"));
        RecordedRuns.Begin(other.Path, Small.Experiment(rate: 1e30));
        Assert.Equal(RunPhase.Diverged, other.Read().Success().Status.Phase);
        Assert.Contains("Diverged after ", File.ReadAllText(other.ReportFile), System.StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_that_cannot_be_written_is_told_and_the_run_stays_good()
    {
        using var directory = new TemporaryDirectory();
        var folder = new RunFolder(directory.File("one"));
        using (var recording = Recording.Begin(folder.Path, Small.Experiment(), Small.Split).Right())
        {
            // A directory of that name stands in the way.
            Directory.CreateDirectory(folder.ReportFile);
            var finished = Assert.IsType<RunEvent.Finished>(RecordedRuns.Events(recording)[^1]);
            Assert.Equal(folder.ReportFile, recording.ReportFault.Map(fault => fault.Source).IfNone(string.Empty));
            Assert.True(recording.Fault.IsNone);
            Assert.Equal(finished.Result.Fingerprint, ModelFile.Load(folder.ModelFile).Right().Fingerprint);
        }

        Assert.Equal(RunPhase.Finished, folder.Read().Success().Status.Phase);
        Assert.True(Recording.Resume(folder.Path, Small.Split).Success().IsNone);
    }

    [Fact]
    public void Without_the_samples_or_with_others_the_report_says_so_and_tells_the_rest()
    {
        using var directory = new TemporaryDirectory();
        var experiment = Experiment.Create(data: new DataSource.MnistDirectory(directory.File("nowhere")), hidden: Prelude.Seq1(4), epochs: 1).Success();
        var folder = new RunFolder(directory.File("one"));
        RecordedRuns.Begin(folder.Path, experiment);
        var whole = File.ReadAllText(folder.ReportFile);
        Assert.Contains("id=\"mistake-1\"", whole, System.StringComparison.Ordinal);
        var report = ReportFile.Write(folder).Success();
        Assert.Contains("The samples are not at hand", Assert.Single(report.Remarks), System.StringComparison.Ordinal);
        var text = File.ReadAllText(folder.ReportFile);
        Assert.Contains("The samples are not at hand", text, System.StringComparison.Ordinal);
        Assert.Contains("id=\"first-weights\"", text, System.StringComparison.Ordinal);
        Assert.DoesNotContain("mistake-1", text, System.StringComparison.Ordinal);

        var other = new RunFolder(directory.File("other"));
        RecordedRuns.Begin(other.Path, Small.Experiment());
        Assert.Contains("are not those that the run was carried out on", Assert.Single(ReportFile.Write(other).Success().Remarks), System.StringComparison.Ordinal);
    }

    [Fact]
    public void Without_its_network_the_report_says_so_and_tells_the_rest()
    {
        using var directory = new TemporaryDirectory();
        var folder = new RunFolder(directory.File("one"));
        RecordedRuns.Begin(folder.Path, Small.Experiment(), split: Digits.Load());
        File.WriteAllText(folder.ModelFile, "nothing");
        Assert.Contains("The network cannot be read", Assert.Single(ReportFile.Write(folder).Success().Remarks), System.StringComparison.Ordinal);
        Assert.Contains("Finished after all 2 epochs", File.ReadAllText(folder.ReportFile), System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(10)]
    public void What_was_measured_of_layers_is_the_same_after_a_stop_anywhere(int stopBehind)
    {
        using var directory = new TemporaryDirectory();
        var (one, other) = (new RunFolder(directory.File("one")), new RunFolder(directory.File("other")));
        Measured(one, null);
        Measured(other, stopBehind);
        using (var resumed = RecordedRuns.Resume(other.Path))
        {
            Assert.IsType<RunEvent.Finished>(RecordedRuns.Events(resumed)[^1]);
        }

        Assert.Equal(4, one.Read().Success().Layers.Count);
        Assert.Equal(File.ReadAllText(one.LayersFile), File.ReadAllText(other.LayersFile));
        Assert.Contains(">Layers</h2>", File.ReadAllText(other.ReportFile), System.StringComparison.Ordinal);

        static void Measured(RunFolder folder, int? stopBehind)
        {
            using var recording = Recording.Begin(folder.Path, Small.Experiment(epochs: 3), Small.Split).Right();
            using var stop = new CancellationTokenSource();
            foreach (var happened in recording.Run(measuresLayers: true, stop: stop.Token))
            {
                if (happened is RunEvent.StepDone step && step.Step + 2 == stopBehind)
                {
                    stop.Cancel();
                }
            }
        }
    }

    [Fact]
    public void Without_measurements_there_is_no_file_of_them()
    {
        using var directory = new TemporaryDirectory();
        var folder = new RunFolder(directory.File("one"));
        RecordedRuns.Begin(folder.Path, Small.Experiment());
        Assert.False(File.Exists(folder.LayersFile));
        Assert.Empty(folder.Read().Success().Layers.ToArray());
    }
}
