namespace Functional.Experiments.Tests.Runs;

using System;
using System.IO;
using System.Linq;
using FsCheck.Xunit;
using Functional.Data;
using LanguageExt;
using Xunit;

public class RecordingTests
{
    [Property(MaxTest = 20)]
    public bool A_run_that_is_stopped_anywhere_and_resumed_comes_to_the_same_bits_and_files(int seed, int place)
    {
        var experiment = RandomExperiment.Of(seed, isSmall: true);
        if (experiment.For(Small.Split).IsFail)
        {
            return true;
        }

        using var directory = new TemporaryDirectory();
        var (one, other) = (directory.File("one"), directory.File("other"));
        var whole = RecordedRuns.Begin(one, experiment);
        var steps = whole.OfType<RunEvent.StepDone>().Count();
        var random = new Random(place);
        RecordedRuns.Begin(other, experiment, 2 + random.Next(Math.Max(1, steps)));
        while (Recording.Resume(other, Small.Split).Success() is { IsSome: true } resumed)
        {
            resumed.IfSome(recording =>
            {
                using (recording)
                {
                    RecordedRuns.Events(recording, recording.FromStep + 2 + random.Next(steps));
                }
            });
        }

        return RecordedRuns.Contents(one).SequenceEqual(RecordedRuns.Contents(other));
    }

    /// <summary>The property above is about most of the experiments that it draws, and about every optimiser.</summary>
    [Fact]
    public void Most_experiments_that_are_drawn_can_be_carried_out()
    {
        var drawn = Enumerable.Range(0, 300).Select(seed => RandomExperiment.Of(seed, isSmall: true)).Where(experiment => experiment.For(Small.Split).IsSuccess).ToArray();
        Assert.InRange(drawn.Length, 200, 300);
        Assert.Equal(Enum.GetValues<Optimiser>(), drawn.Select(experiment => experiment.Optimiser).Distinct().Order());
    }

    [Theory]
    [InlineData(Optimiser.Sgd)]
    [InlineData(Optimiser.Momentum)]
    [InlineData(Optimiser.Nesterov)]
    [InlineData(Optimiser.AdaGrad)]
    [InlineData(Optimiser.RmsProp)]
    [InlineData(Optimiser.CentredRmsProp)]
    [InlineData(Optimiser.Adam)]
    [InlineData(Optimiser.AmsGrad)]
    [InlineData(Optimiser.AdamW)]
    [InlineData(Optimiser.NAdam)]
    [InlineData(Optimiser.AdaMax)]
    [InlineData(Optimiser.Lion)]
    [InlineData(Optimiser.Lamb)]
    public void With_every_optimiser_and_everything_switched_on_a_resumed_run_comes_to_the_same_bits(Optimiser optimiser)
    {
        using var directory = new TemporaryDirectory();
        var all = Everything.Experiment(epochs: 4, patience: 1);
        var experiment = Experiment.Create(
            hidden: all.Hidden, optimiser: optimiser, learningRate: 0.01, sampling: all.Sampling, epochs: 4, seed: 5, course: all.Course, warmUp: 1, regularisation: all.Regularisation, validationShare: 0.2, patience: 1).Success();
        var (one, other) = (directory.File("one"), directory.File("other"));
        var steps = RecordedRuns.Begin(one, experiment).OfType<RunEvent.StepDone>().Count();
        foreach (var place in new[] { 2, steps / 2, steps - 1 })
        {
            var folder = $"{other}{place}";
            RecordedRuns.Begin(folder, experiment, place);
            using var resumed = RecordedRuns.Resume(folder);
            Assert.InRange(resumed.FromStep, 1, steps);
            Assert.IsType<RunEvent.Finished>(RecordedRuns.Events(resumed)[^1]);
            Assert.Equal(RecordedRuns.Contents(one), RecordedRuns.Contents(folder));
        }
    }

    [Fact]
    public void Recording_changes_no_bit_and_the_folder_tells_all()
    {
        using var directory = new TemporaryDirectory();
        var experiment = Everything.Experiment();
        var plain = Small.Result(experiment);
        var events = RecordedRuns.Begin(directory.File("one"), experiment, options: new() { CheckpointSteps = 3, KeptCheckpoints = 2 });
        Assert.Equal(plain.Fingerprint, Assert.IsType<RunEvent.Finished>(events[^1]).Result.Fingerprint);
        Assert.DoesNotContain(events, happened => happened is RunEvent.StateReached);
        var folder = new RunFolder(directory.File("one"));
        var record = folder.Read().Success();
        Assert.Equal(experiment, record.Experiment);
        Assert.Equal(plain.Epochs, record.Epochs);
        Assert.Equal(plain.Fingerprint, record.Fingerprints.Bind(own => own.Final).IfNone(string.Empty));
        Assert.Equal((RunPhase.Finished, plain.ChosenEpoch), (record.Status.Phase, record.Status.ChosenEpoch.IfNone(0)));
        Assert.Equal(plain.Final, record.Final.IfNone(() => throw new InvalidOperationException()));
        Assert.Equal(plain.Fingerprint, ModelFile.Load(folder.ModelFile).Right().Fingerprint);
        Assert.Single(record.Sessions);
        Assert.Equal(2, folder.Checkpoints().Count);
        Assert.Equal(plain.Epochs.Count + 1, File.ReadAllLines(folder.MetricsTable).Length);
        Assert.DoesNotContain(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories), path => path.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public void Checkpoints_come_by_time_too()
    {
        using var directory = new TemporaryDirectory();
        RecordedRuns.Begin(directory.File("one"), Small.Experiment(epochs: 3), options: new() { CheckpointTime = TimeSpan.FromTicks(1), KeptCheckpoints = 100 });
        Assert.Equal(14, new RunFolder(directory.File("one")).Checkpoints().Count);
    }

    [Fact]
    public void A_damaged_checkpoint_is_named_and_kept_and_the_newest_good_one_is_used()
    {
        using var directory = new TemporaryDirectory();
        var (one, other) = (directory.File("one"), directory.File("other"));
        var options = new RecordingOptions { CheckpointSteps = 2, KeptCheckpoints = 3 };
        RecordedRuns.Begin(one, Small.Experiment(epochs: 4), options: options);
        RecordedRuns.Begin(other, Small.Experiment(epochs: 4), 12, options);
        var folder = new RunFolder(other);
        var newest = folder.Checkpoints();
        var octets = File.ReadAllBytes(newest[0]);
        octets[^1] ^= 1;
        File.WriteAllBytes(newest[0], octets);
        File.Copy(newest[2], newest[1], overwrite: true);
        using var resumed = RecordedRuns.Resume(other, options);
        Assert.Equal([newest[0], newest[1]], resumed.Unusable.Select(fault => fault.Source).ToArray());
        Assert.Contains("damaged or was changed", resumed.Unusable[0].Message, StringComparison.Ordinal);
        Assert.Contains("the state is that behind step 8", resumed.Unusable[1].Message, StringComparison.Ordinal);
        Assert.Equal(8, resumed.FromStep);
        RecordedRuns.Events(resumed);
        Assert.Equal(RecordedRuns.Contents(one), RecordedRuns.Contents(other));
        Assert.True(File.Exists($"{newest[0]}.unusable"));
    }

    [Fact]
    public void A_checkpoint_of_another_run_is_named_as_such()
    {
        using var directory = new TemporaryDirectory();
        var (one, other) = (directory.File("one"), directory.File("other"));
        RecordedRuns.Begin(one, Small.Experiment(seed: 1), 3);
        RecordedRuns.Begin(other, Small.Experiment(seed: 2), 3);
        var (mine, its) = (new RunFolder(one).Checkpoints()[0], new RunFolder(other).Checkpoints()[0]);
        File.Copy(its, mine, overwrite: true);
        using var resumed = RecordedRuns.Resume(one);
        Assert.Contains("belongs to another run", Assert.Single(resumed.Unusable).Message, StringComparison.Ordinal);
        Assert.Equal(0, resumed.FromStep);
    }

    [Fact]
    public void Something_else_under_a_checkpoints_name_is_named_as_such()
    {
        using var directory = new TemporaryDirectory();
        var one = directory.File("one");
        RecordedRuns.Begin(one, Small.Experiment(), 3);
        var folder = new RunFolder(one);
        File.WriteAllText(folder.CheckpointOf(9), new string('x', 500));
        File.WriteAllText(folder.CheckpointOf(8), string.Empty);
        ModelFile.Save(folder.CheckpointOf(7), Small.Result(Small.Experiment()).Model).Right();
        using var resumed = RecordedRuns.Resume(one);
        Assert.Equal(3, resumed.Unusable.Count);
        Assert.All(resumed.Unusable, fault => Assert.Contains("a checkpoint that functional has written", fault.Message, StringComparison.Ordinal));
        Assert.Equal(3, resumed.FromStep);
    }

    [Fact]
    public void A_run_that_is_at_its_end_is_not_resumed()
    {
        using var directory = new TemporaryDirectory();
        RecordedRuns.Begin(directory.File("one"), Small.Experiment());
        Assert.True(Recording.Resume(directory.File("one"), Small.Split).Success().IsNone);
    }

    [Fact]
    public void Samples_that_have_changed_are_an_error_and_nothing_is_lost()
    {
        using var directory = new TemporaryDirectory();
        var one = directory.File("one");
        RecordedRuns.Begin(one, Small.Experiment(), 3);
        var before = RecordedRuns.Contents(one);
        var other = new DataSplit(Small.Split.Train.Select([.. Enumerable.Range(0, 96).Reverse()]), Small.Split.Test);
        Assert.Contains("the samples have the fingerprint", Assert.Single(Recording.Resume(one, other).Faults()).Message, StringComparison.Ordinal);
        Assert.Equal(before, RecordedRuns.Contents(one));
    }

    [Fact]
    public void A_changed_experiment_is_another_run()
    {
        using var directory = new TemporaryDirectory();
        var one = directory.File("one");
        RecordedRuns.Begin(one, Small.Experiment(), 3);
        File.WriteAllText(new RunFolder(one).ExperimentFile, ExperimentDocument.Write(Small.Experiment(epochs: 9)));
        Assert.Contains("a changed experiment is another run", Assert.Single(Recording.Resume(one, Small.Split).Faults()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_recordings_of_one_folder_are_an_error_and_the_first_goes_on()
    {
        using var directory = new TemporaryDirectory();
        var one = directory.File("one");
        RecordedRuns.Begin(one, Small.Experiment(), 3);
        using var first = RecordedRuns.Resume(one);
        Assert.Contains("another process is carrying this run out", Assert.Single(Recording.Resume(one, Small.Split).Faults()).Message, StringComparison.Ordinal);
        Assert.Contains("another process", Recording.Begin(one, Small.Experiment(), Small.Split).Fault().Message, StringComparison.Ordinal);
        Assert.IsType<RunEvent.Finished>(RecordedRuns.Events(first)[^1]);
    }

    [Fact]
    public void A_line_that_was_being_written_does_not_count()
    {
        using var directory = new TemporaryDirectory();
        var one = directory.File("one");
        RecordedRuns.Begin(one, Small.Experiment(epochs: 3), 12);
        var folder = new RunFolder(one);
        File.AppendAllText(folder.MetricsLines, "{\"epoch\":3,\"lo");
        Assert.Equal(2, folder.Read().Success().Epochs.Count);
    }

    [Theory]
    [InlineData("status.json", "{\"version\": 2}", "status.json $.version")]
    [InlineData("status.json", "nope", "no JSON")]
    [InlineData("fingerprints.json", "{\"version\": 1}", "fingerprints.json $.final")]
    [InlineData("environment.json", "{\"version\": 1, \"sessions\": [{}]}", "environment.json $.sessions[0].threads")]
    [InlineData("metrics.jsonl", "{\"epoch\": 1}\n", "line 1")]
    [InlineData("metrics.jsonl", "{}{}\n", "line 1")]
    [InlineData("layers.jsonl", "{\"step\": 1}\n", "line 1")]
    [InlineData("layers.jsonl", "{\"step\":1,\"loss\":1,\"layers\":[]}\n{\"step\":1,\"loss\":1,\"layers\":[]}\n", "line 2: step 1")]
    [InlineData("experiment.json", "{\"version\": 3, \"arithmetic\": 1}", "experiment.json $.version (line 1, column 13)")]
    public void A_file_of_the_folder_that_is_wrong_is_named_with_its_place(string name, string text, string words)
    {
        using var directory = new TemporaryDirectory();
        var one = directory.File("one");
        RecordedRuns.Begin(one, Small.Experiment(), 3);
        File.WriteAllText(Path.Combine(one, name), text);
        Assert.Contains(new RunFolder(one).Read().Faults(), fault => fault.Message.Contains(words, StringComparison.Ordinal));
        Assert.True(Recording.Resume(one, Small.Split).IsFail);
    }

    [Fact]
    public void What_a_killed_process_left_behind_is_removed()
    {
        using var directory = new TemporaryDirectory();
        var one = directory.File("one");
        RecordedRuns.Begin(one, Small.Experiment(), 3);
        var folder = new RunFolder(one);
        File.WriteAllText(Path.Combine(folder.CheckpointFolder, ".step-000000000004.safetensors.abc.tmp"), "half");
        using var resumed = RecordedRuns.Resume(one);
        RecordedRuns.Events(resumed);
        Assert.Empty(Directory.GetFiles(folder.CheckpointFolder, ".*"));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_to_is_an_error()
    {
        using var directory = new TemporaryDirectory();
        Assert.Contains("this is a file", Recording.Begin(typeof(RecordingTests).Assembly.Location, Small.Experiment(), Small.Split).Fault().Message, StringComparison.Ordinal);
        if (Environment.IsPrivilegedProcess || OperatingSystem.IsWindows())
        {
            return; // Nothing is denied to the superuser.
        }

        File.SetUnixFileMode(directory.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Assert.Contains("denied", Recording.Begin(directory.File("one"), Small.Experiment(), Small.Split).Fault().Message, StringComparison.Ordinal);
        File.SetUnixFileMode(directory.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
    }

    [Fact]
    public void Where_a_checkpoint_cannot_be_written_the_run_ends_with_the_fault_and_can_be_resumed()
    {
        using var directory = new TemporaryDirectory();
        var (one, other) = (directory.File("one"), directory.File("other"));
        var options = new RecordingOptions { CheckpointSteps = 2 };
        RecordedRuns.Begin(one, Small.Experiment(epochs: 3), options: options);
        var folder = new RunFolder(other);
        using (var recording = Recording.Begin(other, Small.Experiment(epochs: 3), Small.Split, options).Right())
        {
            // A directory of that name stands in the way of the third checkpoint.
            Directory.CreateDirectory(folder.CheckpointOf(6));
            var events = RecordedRuns.Events(recording);
            Assert.IsNotType<RunEvent.Finished>(events[^1]);
            Assert.Equal(folder.CheckpointOf(6), recording.Fault.Map(fault => fault.Source).IfNone(string.Empty));
        }

        Assert.Equal(RunPhase.Failed, folder.Read().Success().Status.Phase);
        Assert.Equal(2, folder.Checkpoints().Count);
        Directory.Delete(folder.CheckpointOf(6));
        using var resumed = RecordedRuns.Resume(other, options);
        Assert.Equal(4, resumed.FromStep);
        RecordedRuns.Events(resumed);
        Assert.Equal(RecordedRuns.Contents(one), RecordedRuns.Contents(other));
    }
}
