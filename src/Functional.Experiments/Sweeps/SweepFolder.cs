namespace Functional.Experiments;

using System.Globalization;
using System.IO;

/// <summary>A folder that holds a sweep: its document, a run folder for each trial, and the results.</summary>
/// <param name="Path">The folder.</param>
public sealed record SweepFolder(string Path)
{
    /// <summary>The folder.</summary>
    public string Path { get; init => field = Given.NotNull(value); } = Given.NotNull(Path);

    /// <summary>sweep.json: the sweep's document with its experiment in it.</summary>
    public string SweepFile => Within("sweep.json");

    /// <summary>results.csv: a row for each trial.</summary>
    public string ResultsTable => Within("results.csv");

    /// <summary>results.jsonl: the same, a JSON object on every line.</summary>
    public string ResultsLines => Within("results.jsonl");

    /// <summary>results.svg: the figure against each axis.</summary>
    public string PictureFile => Within("results.svg");

    /// <summary>Whether a sweep was begun here.</summary>
    public bool HoldsSweep => File.Exists(SweepFile);

    /// <summary>The run folder of a trial.</summary>
    /// <param name="trial">The trial.</param>
    public RunFolder RunOf(SweepTrial trial) => new(System.IO.Path.Combine(
        Within("trials"), string.Create(CultureInfo.InvariantCulture, $"{Given.NotNull(trial).Number:D5}{(trial.Rung > 1 ? $"-rung-{trial.Rung}" : string.Empty)}")));

    private string Within(string name) => System.IO.Path.Combine(Path, name);
}
