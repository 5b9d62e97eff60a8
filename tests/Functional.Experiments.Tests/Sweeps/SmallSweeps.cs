namespace Functional.Experiments.Tests.Sweeps;

using System;
using System.IO;
using System.Linq;
using System.Threading;
using LanguageExt;

/// <summary>Sweeps that take a moment.</summary>
internal static class SmallSweeps
{
    public const string Base = "\"version\": 1, \"experiment\": {\"version\": 1, \"arithmetic\": 1, \"network\": {\"hidden\": [4]}, \"sampling\": {\"type\": \"mini-batch\", \"size\": 20}, \"epochs\": 2, \"validation\": {\"share\": 0.25}}";

    public static SweepSamples Samples { get; } = SweepSamples.Of(Small.Split);

    public static string Grid => Of("\"axes\": [{\"type\": \"values\", \"path\": \"optimiser.rate\", \"values\": [0.1, 1e30, 0.3]}, {\"type\": \"values\", \"path\": \"network.hidden\", \"values\": [[], [5]]}]");

    public static string Random => Of(
        "\"axes\": [{\"type\": \"log-uniform\", \"path\": \"optimiser.rate\", \"from\": 0.01, \"to\": 1}, {\"type\": \"values\", \"path\": \"optimiser.type\", \"values\": [\"sgd\", \"adam\"]}], \"strategy\": {\"type\": \"random\", \"count\": 4}, \"repetitions\": 2, \"seed\": 5");

    public static string Halving => Of(
        "\"axes\": [{\"type\": \"log-uniform\", \"path\": \"optimiser.rate\", \"from\": 0.01, \"to\": 1}, {\"type\": \"integers\", \"path\": \"sampling.size\", \"from\": 10, \"to\": 30}], \"strategy\": {\"type\": \"halving\", \"count\": 5, \"eta\": 2, \"minimum\": 1, \"maximum\": 4}");

    public static string Of(string members) => $"{{{Base}, {members}}}";

    public static Sweep Read(string json) => SweepDocument.Read(json).Success();

    /// <summary>Carries a sweep out, or goes on with it; where a number is given, it is asked to stop behind so many results.</summary>
    public static bool Run(string folder, Sweep sweep, int workers, int? stopBehind = null)
    {
        using var recording = SweepRecording.Open(folder, sweep, Samples).Right();
        using var stop = new CancellationTokenSource();
        var count = 0;
        foreach (var _ in recording.Run(workers, stop.Token))
        {
            if (++count == stopBehind)
            {
                stop.Cancel();
            }
        }

        recording.Fault.IfSome(fault => throw new InvalidOperationException(fault.Message));
        return recording.IsFinished;
    }

    /// <summary>The files that must be the same, letter for letter.</summary>
    public static string[] Contents(string folder)
    {
        var own = new SweepFolder(folder);
        return [.. new[] { own.SweepFile, own.ResultsTable, own.ResultsLines, own.PictureFile }.Select(File.ReadAllText)];
    }

    public static Seq<TrialResult> Results(string folder, Sweep sweep)
    {
        using var recording = SweepRecording.Open(folder, sweep, Samples).Right();
        return recording.Run().ToArray().ToSeq().Strict();
    }
}
