namespace Functional.Cli.Tests.Commands;

using System;
using System.IO;
using System.Xml.Linq;
using Functional.Experiments;
using Xunit;

public class ReportCommandTests
{
    [Fact]
    public void A_recorded_run_has_a_report_which_is_written_again()
    {
        using var directory = new TemporaryDirectory();
        var (folder, file) = (new RunFolder(directory.File("one")), directory.File("page.html"));
        var trained = Command.Run($"train --epochs 2 --hidden 8 --diagnose --output {folder.Path} --json");
        Assert.Equal((ExitCode.Done, string.Empty), (trained.Code, trained.Error));
        var text = File.ReadAllText(folder.ReportFile);
        Assert.Contains(">Layers</h2>", text, StringComparison.Ordinal);
        Assert.Contains(trained.Fingerprint, XDocument.Parse(text).Root!.Value, StringComparison.Ordinal);
        var written = Command.Run($"report {folder.Path} --output {file} --threads 2");
        Assert.Equal((ExitCode.Done, string.Empty), (written.Code, written.Error));
        Assert.StartsWith($"{file}: ", written.Out, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(file));
        File.Delete(folder.ReportFile);
        Assert.Equal(ExitCode.Done, Command.Run($"report {folder.Path}").Code);
        Assert.Equal(text, File.ReadAllText(folder.ReportFile));
        Assert.Equal(ExitCode.Done, Command.Run($"verify {folder.Path}").Code);
        Assert.Equal(ExitCode.Done, Command.Run($"compare {folder.Path}").Code);
        Assert.Equal(ExitCode.Done, Command.Run($"resume {folder.Path}").Code);
    }

    [Fact]
    public void Where_the_report_cannot_be_written_the_run_ends_well_with_a_warning()
    {
        using var directory = new TemporaryDirectory();
        var folder = new RunFolder(directory.File("one"));
        Command.Run($"train --epochs 1 --hidden 4 --output {folder.Path}", stop: new System.Threading.CancellationToken(canceled: true));
        File.Delete(folder.ReportFile);
        Directory.CreateDirectory(folder.ReportFile);
        var resumed = Command.Run($"resume {folder.Path} --json");
        Assert.Equal(ExitCode.Done, resumed.Code);
        Assert.Contains($"warning: {folder.ReportFile}: this is a directory", resumed.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, Command.Run($"verify {folder.Path}").Code);
        var report = Command.Run($"report {folder.Path}");
        Assert.Equal(ExitCode.Fault, report.Code);
        Assert.StartsWith($"error: {folder.ReportFile}: this is a directory", report.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("report", ExitCode.Usage, "'FOLDER'")]
    [InlineData("report {0}", ExitCode.Fault, "there is no run here")]
    [InlineData("report {0}/nope", ExitCode.Fault, "there is no such folder")]
    public void What_is_wrong_is_told(string arguments, int code, string words)
    {
        using var directory = new TemporaryDirectory();
        var outcome = Command.Run(string.Format(System.Globalization.CultureInfo.InvariantCulture, arguments, directory.Path));
        Assert.Equal((code, string.Empty), (outcome.Code, outcome.Out));
        Assert.Contains(words, outcome.Error, StringComparison.Ordinal);
    }
}
