namespace Functional.Experiments.Tests.Runs;

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using Functional.Data;

/// <summary>Runs in folders, ended where a test wants it.</summary>
internal static class RecordedRuns
{
    /// <summary>The files that must be the same, whatever happened on the way.</summary>
    public static IReadOnlyList<string> Lasting { get; } = ["experiment.json", "fingerprints.json", "metrics.csv", "metrics.jsonl", "model.safetensors"];

    /// <summary>Begins a run; where a step is given, it is asked to stop behind it.</summary>
    public static IReadOnlyList<RunEvent> Begin(string folder, Experiment experiment, long? stopBehind = null, RecordingOptions? options = null, DataSplit? split = null)
    {
        using var recording = Recording.Begin(folder, experiment, split ?? Small.Split, options).Right();
        return Events(recording, stopBehind);
    }

    /// <summary>What happens in a recording until its end, or until it is asked to stop behind a step.</summary>
    public static IReadOnlyList<RunEvent> Events(Recording recording, long? stopBehind = null)
    {
        using var stop = new CancellationTokenSource();
        var events = new List<RunEvent>();
        foreach (var happened in recording.Run(stop: stop.Token))
        {
            events.Add(happened);
            if (happened is RunEvent.StepDone step && step.Step + 2 == stopBehind)
            {
                stop.Cancel();
            }
        }

        return events;
    }

    /// <summary>The recording of a run that can be resumed, on the small samples.</summary>
    public static Recording Resume(string folder, RecordingOptions? options = null) =>
        Recording.Resume(folder, Small.Split, options).Success().IfNone(() => throw new InvalidOperationException("The run is at its end."));

    /// <summary>The content of the files that must be the same.</summary>
    public static string[] Contents(string folder) => [.. Lasting.Select(name => Path.Combine(folder, name)).Select(path => File.Exists(path) ? Convert.ToBase64String(File.ReadAllBytes(path)) : "none")];
}
