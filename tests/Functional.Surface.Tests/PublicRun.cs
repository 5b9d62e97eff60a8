namespace Functional.Surface.Tests;

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using Functional.Data;
using Functional.Networks;
using Functional.Numerics.Randomness;

/// <summary>The calls of the whole public surface, made once for all tests: how they ended, and what they left behind.</summary>
/// <param name="Fuzzer">What made them.</param>
/// <param name="Reports">How they ended, for each seed.</param>
/// <param name="Changed">What all code shares and is another value than before.</param>
/// <param name="Strays">Files and folders that were made beside those that a call was given.</param>
/// <param name="Before">What a training came to before the calls.</param>
/// <param name="After">What it came to afterwards.</param>
/// <param name="SetUp">How long it took to find the members.</param>
internal sealed record PublicRun(
    Fuzzer Fuzzer, IReadOnlyList<Report> Reports, IReadOnlyList<string> Changed, IReadOnlyList<string> Strays, string Before, string After, TimeSpan SetUp)
{
    /// <summary>The environment variable with the number of calls.</summary>
    public const string CallsVariable = "FUNCTIONAL_FUZZ";

    private const string FreshSeedVariable = "FUNCTIONAL_FRESH_SEED";
    private const ulong Seed = 7;
    private const long Calls = 400;

    /// <summary>Much more than any call needs, on a machine that is busy with other things, too.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private static readonly string[] Projects = ["Functional.Numerics", "Functional.Networks", "Functional.Data", "Functional.Experiments", "Functional.Verification"];

    private static readonly (string Member, string Reason)[] Denied =
    [
        ("RunVerification.Of(", "carries a whole run out"),
        ("SweepRecording.Run(", "carries a whole sweep out"),
        ("LabProcess.Carry(", "starts a program"),
        ("LabBuilds.Of(", "starts a program"),
        ("LabServer.", "carries whole experiments out"),
        ("Verify.", "carries a whole verification out; its laws are called one by one"),
        ("Inspection.", "carries a whole verification out; its laws are called one by one"),
    ];

    private static readonly Lazy<PublicRun> Made = new(Make);

    /// <summary>The run.</summary>
    public static PublicRun Once => Made.Value;

    /// <summary>Whether many more calls were asked for than every time.</summary>
    public static bool IsLong => Environment.GetEnvironmentVariable(CallsVariable) is { Length: > 0 };

    private static PublicRun Make()
    {
        var home = Environment.CurrentDirectory;
        var folder = Directory.CreateTempSubdirectory("functional-surface-");
        try
        {
            // Whatever is written to a path that is no full one ends here.
            Environment.CurrentDirectory = folder.FullName;
            var start = Stopwatch.GetTimestamp();
            var surface = new PublicMembers(
                PublicMembers.Of(Projects.Select(Assembly.Load)),
                member => Denied.Where(denied => member.Name.StartsWith(denied.Member, StringComparison.Ordinal)).Select(denied => denied.Reason).FirstOrDefault());
            var fuzzer = new Fuzzer(surface, Patience, folder.FullName);
            var setUp = Stopwatch.GetElapsedTime(start);
            var (shared, trained) = (SharedValues.Of(surface), Trained());
            var calls = IsLong ? long.Parse(Environment.GetEnvironmentVariable(CallsVariable)!, CultureInfo.InvariantCulture) : Calls;

            // What a few calls of a fresh seed find now and then belongs to the long form: it must not fail a change that has nothing to do with it.
            var seed = IsLong && Environment.GetEnvironmentVariable(FreshSeedVariable) is { Length: > 0 } fresh ? ulong.Parse(fresh, CultureInfo.InvariantCulture) : Seed;
            Report[] reports = [fuzzer.Run(seed, calls)];
            var changed = SharedValues.Changed(shared, SharedValues.Of(surface));
            return new(fuzzer, reports, changed, [.. folder.EnumerateFileSystemInfos().Select(left => left.Name)], trained, Trained(), setUp);
        }
        finally
        {
            Environment.CurrentDirectory = home;
            folder.Delete(recursive: true);
        }
    }

    private static string Trained()
    {
        var key = RandomKey.FromSeed(3);
        var samples = new Moons(count: 40).Draw(key).As<double>();
        var training = new Training(new SoftmaxCrossEntropy(), Optimisers.Adam(0.01));
        var network = Build.Chain(Build.Affine(5), Build.Relu(), Build.Dropout(0.2), Build.Affine(2)).Initialise<double>(2, key);
        return training.Fold(training.Start(network, key), new MiniBatch(8).Batches(samples, key).Take(20)).Match(
            Left: divergence => divergence.Message, Right: state => Fingerprint.Of(state.Network.Parameters).ToString());
    }
}
