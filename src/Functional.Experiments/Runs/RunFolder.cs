namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Functional.Data;
using Functional.Networks;
using LanguageExt;

/// <summary>A folder that holds a run: what was asked for, where it was carried out, what it came to, and what it can be resumed from.</summary>
/// <param name="Path">The folder.</param>
public sealed record RunFolder(string Path)
{
    /// <summary>The folder.</summary>
    public string Path { get; init => field = Given.NotNull(value); } = Given.NotNull(Path);

    private const int MaximumText = 1 << 28;
    private const string CheckpointPrefix = "step-";
    private const string CheckpointSuffix = ".safetensors";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>experiment.json: the experiment's document.</summary>
    public string ExperimentFile => Within("experiment.json");

    /// <summary>environment.json: where the run was carried out, a session after another.</summary>
    public string EnvironmentFile => Within("environment.json");

    /// <summary>metrics.csv: the figures of each epoch, written as they come.</summary>
    public string MetricsTable => Within("metrics.csv");

    /// <summary>metrics.jsonl: the same figures, a JSON object on every line.</summary>
    public string MetricsLines => Within("metrics.jsonl");

    /// <summary>layers.jsonl: what was measured of the layers, where that was asked for, a JSON object on every line.</summary>
    public string LayersFile => Within("layers.jsonl");

    /// <summary>report.html: what the run came to, as a page.</summary>
    public string ReportFile => Within("report.html");

    /// <summary>fingerprints.json: the identities of experiment, samples, initial and final network.</summary>
    public string FingerprintsFile => Within("fingerprints.json");

    /// <summary>status.json: how far the run has come.</summary>
    public string StatusFile => Within("status.json");

    /// <summary>model.safetensors: the network that is the result.</summary>
    public string ModelFile => Within("model.safetensors");

    /// <summary>checkpoints: the states that the run can be resumed from.</summary>
    public string CheckpointFolder => Within("checkpoints");

    /// <summary>run.lock: held open by the process that carries the run out.</summary>
    public string LockFile => Within("run.lock");

    /// <summary>The folder's own name, without where it lies.</summary>
    public string Name => System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(Path)));

    /// <summary>Whether a run was begun here.</summary>
    public bool HoldsRun => File.Exists(ExperimentFile);

    /// <summary>The checkpoint behind a step.</summary>
    /// <param name="step">The number of steps done.</param>
    public string CheckpointOf(long step) => System.IO.Path.Combine(CheckpointFolder, string.Create(CultureInfo.InvariantCulture, $"{CheckpointPrefix}{step:D12}{CheckpointSuffix}"));

    /// <summary>All checkpoints by name, the newest first.</summary>
    public Seq<string> Checkpoints() => Directory.Exists(CheckpointFolder)
        ? Directory.GetFiles(CheckpointFolder, $"{CheckpointPrefix}*{CheckpointSuffix}")
            .Where(path => path.EndsWith(CheckpointSuffix, StringComparison.Ordinal))
            .OrderByDescending(path => path, StringComparer.Ordinal).ToArray().ToSeq().Strict()
        : Seq<string>.Empty;

    /// <summary>Reads what the folder holds, without its checkpoints and its model.</summary>
    /// <returns>What it holds, or everything that is wrong with it.</returns>
    public Validation<DataFault, RunRecord> Read() => HoldsRun
        ? ((ReadExperiment(), ReadFingerprints(), ReadStatus(), ReadEpochs(), ReadEnvironment())
            .Apply((experiment, fingerprints, status, epochs, sessions) => new RunRecord(this, experiment, fingerprints, status, epochs, sessions)), ReadLayers())
            .Apply((record, layers) => record with { Layers = layers })
        : Prelude.Fail<DataFault, RunRecord>(new DataFault(
            Path,
            Directory.Exists(Path) ? "there is no run here" : File.Exists(Path) ? "this is a file" : "there is no such folder",
            "a folder that run --output has made"));

    internal Validation<DataFault, Experiment> ReadExperiment() => ExperimentDocument.Load(ExperimentFile).ToValidation()
        .Bind(read => read.MapFail(fault => In(ExperimentFile, fault)));

    internal Validation<DataFault, Option<RunFingerprints>> ReadFingerprints() =>
        Optional(FingerprintsFile, RunForms.Fingerprints, new RunFingerprints(string.Empty, string.Empty, string.Empty, Option<string>.None));

    internal Validation<DataFault, RunStatus> ReadStatus() => Optional(StatusFile, RunForms.Status, RunStatus.Begun).Map(status => status.IfNone(RunStatus.Begun));

    internal Validation<DataFault, Seq<RunEnvironment>> ReadEnvironment() =>
        Optional(EnvironmentFile, RunForms.Environment, Seq<RunEnvironment>.Empty).Map(sessions => sessions.IfNone(Seq<RunEnvironment>.Empty));

    internal Validation<DataFault, Seq<EpochFigures>> ReadEpochs() => File.Exists(MetricsLines)
        ? BoundedFile.Read(MetricsLines, MaximumText, "metrics that functional has written")
            .Bind(octets => MetricsText.Parse(Encoding.UTF8.GetString(octets)).MapLeft(mismatch => mismatch.In(MetricsLines))).ToValidation()
        : Prelude.Success<DataFault, Seq<EpochFigures>>(Seq<EpochFigures>.Empty);

    internal Validation<DataFault, Seq<NetworkFigures>> ReadLayers() => File.Exists(LayersFile)
        ? BoundedFile.Read(LayersFile, MaximumText, "measurements that functional has written")
            .Bind(octets => LayersText.Parse(Encoding.UTF8.GetString(octets)).MapLeft(mismatch => mismatch.In(LayersFile))).ToValidation()
        : Prelude.Success<DataFault, Seq<NetworkFigures>>(Seq<NetworkFigures>.Empty);

    internal Either<DataFault, Unit> Write(RunStatus status) => Write(StatusFile, RunForms.Status.Write(status));

    internal Either<DataFault, Unit> Write(RunFingerprints fingerprints) => Write(FingerprintsFile, RunForms.Fingerprints.Write(fingerprints));

    internal Either<DataFault, Unit> Write(Seq<RunEnvironment> sessions) => Write(EnvironmentFile, RunForms.Environment.Write(sessions));

    internal Either<DataFault, Unit> Write(Experiment experiment) => WriteText(ExperimentFile, ExperimentDocument.Write(experiment));

    internal static Either<DataFault, Unit> WriteText(string path, string text) => AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    /// <summary>Files that a process left behind that was ended while it wrote them.</summary>
    internal IEnumerable<string> Leftovers() => new[] { Path, CheckpointFolder }
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.GetFiles(folder, ".*.tmp"));

    private static Either<DataFault, Unit> Write(string path, System.Text.Json.Nodes.JsonObject tree) => WriteText(path, $"{tree.ToJsonString(Indented)}\n");

    private static Validation<DataFault, Option<T>> Optional<T>(string path, MembersForm<T> form, T start) => File.Exists(path)
        ? BoundedFile.Read(path, MaximumText, "a file of a run folder").ToValidation().Bind(octets => DocumentParser.Parse(octets)
            .ToValidation()
            .Bind(node => form.Read(node, start))
            .Match(Succ: value => Prelude.Success<DataFault, Option<T>>(Prelude.Some(value)), Fail: faults => Validation<DataFault, Option<T>>.Fail(faults.Map(fault => In(path, fault)).Strict())))
        : Prelude.Success<DataFault, Option<T>>(Option<T>.None);

    private static DataFault In(string path, DocumentFault fault) =>
        new(fault.Line > 0 ? $"{path} {fault.Path} (line {fault.Line}, column {fault.Column})" : $"{path} {fault.Path}", $"found {fault.Found}", fault.Expected);

    private string Within(string name) => System.IO.Path.Combine(Path, name);
}
