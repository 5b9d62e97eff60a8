namespace Functional.Cli.Tests.Commands;

using System;
using System.IO;
using System.Linq;
using Functional.Experiments;
using Xunit;

/// <summary>A disk that is full or may not be written to: a clear error, and nothing is lost.</summary>
public class DiskTests
{
    private const string Arguments = "train --epochs 2 --hidden 256,64 --optimizer adam --json";

    [SmallDiskFact]
    public void Where_the_disk_is_full_the_run_says_so_and_goes_on_when_there_is_room()
    {
        using var disk = SmallDisk.Of("1500k")!;
        var folder = new RunFolder(Path.Combine(disk.Path, "run"));
        var full = Command.Run($"{Arguments} --checkpoint-steps 7 --checkpoints-kept 9 --output {folder.Path}");
        Assert.Equal((1, string.Empty), (full.Code, full.Out));
        Assert.Matches("^error: .*checkpoints.*the file cannot be written \\(.*[Nn]o space left.*\\); expected ", full.ErrorLines[0]);
        Assert.Contains($"functional resume {folder.Path}", full.ErrorLines[1], StringComparison.Ordinal);
        Assert.NotEmpty(folder.Checkpoints());
        Assert.Empty(Directory.GetFiles(folder.Path, ".*.tmp", SearchOption.AllDirectories));

        // Still full: the same error, and the checkpoints stay.
        var before = folder.Checkpoints().Select(File.ReadAllBytes).ToArray();
        Assert.Equal(1, Command.Run($"resume {folder.Path} --checkpoint-steps 7 --checkpoints-kept 9 --json").Code);
        Assert.Equal(before, folder.Checkpoints().Select(File.ReadAllBytes).ToArray());

        disk.Change("size=16m");
        var resumed = Command.Run($"resume {folder.Path} --json");
        Assert.Equal(0, resumed.Code);
        Assert.Contains("resumed behind step", resumed.Error, StringComparison.Ordinal);
        Assert.Equal(Command.Run(Arguments).Fingerprint, resumed.Fingerprint);
    }

    [SmallDiskFact]
    public void Where_nothing_may_be_written_every_command_says_so()
    {
        using var disk = SmallDisk.Of("4m")!;
        var folder = Path.Combine(disk.Path, "run");
        Assert.Equal(0, Command.Run($"train --epochs 1 --hidden none --output {folder}").Code);
        disk.Change("ro");
        foreach (var arguments in new[] { $"train --epochs 1 --hidden none --output {folder}2", $"init {folder}/x.json" })
        {
            var outcome = Command.Run(arguments);
            Assert.Equal((1, string.Empty), (outcome.Code, outcome.Out));
            Assert.Contains("ead-only file system", outcome.Error, StringComparison.Ordinal);
        }

        Assert.Contains("the run is finished", Command.Run($"resume {folder}").Out, StringComparison.Ordinal);
        Assert.Equal(0, Command.Run($"verify {folder}").Code);
        Assert.Equal(0, Command.Run($"compare {folder}").Code);
    }
}
