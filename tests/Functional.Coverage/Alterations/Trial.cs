namespace Functional.Coverage.Alterations;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;

/// <summary>
/// The process that runs altered programs under their tests. It first runs every test as it is, to know which members each of them calls, and then each altered
/// member under the tests that call it, until one fails.
/// </summary>
internal static class Trial
{
    /// <summary>The exit code of a process in which an altered member left something behind: a test that still runs, or one that fails by now.</summary>
    public const int Spoilt = 3;

    /// <summary>The word before a place at which a process begins to work.</summary>
    public const string Begun = "begun";

    /// <summary>The word before a place whose alteration a test noticed.</summary>
    public const string Noticed = "noticed";

    /// <summary>The word before a place whose alteration all tests let pass.</summary>
    public const string Passed = "passed";

    /// <summary>What is said of a place where values were altered and no test failed.</summary>
    public const string Otherwise = "no test fails";

    /// <summary>What is said of a place where no value could be altered.</summary>
    public const string Unchanged = "no test calls it with anything to alter";

    /// <summary>What is said of a place that no test reaches.</summary>
    public const string Uncalled = "no test calls it";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Runs the tests with alterations.</summary>
    /// <param name="tests">The test assembly's name.</param>
    /// <param name="records">The file that tells which test calls what; written where it is not there.</param>
    /// <param name="how">How members are altered.</param>
    /// <param name="isFromTheStart">Whether the first place is altered from the beginning on, before anything has been computed once and for all.</param>
    /// <param name="places">The places to alter.</param>
    public static int Run(string tests, string records, Alteration how, bool isFromTheStart, IReadOnlyList<int> places)
    {
        if (isFromTheStart)
        {
            Altered.Begin(places[0], how);
        }

        using var run = new TestRun(Assembly.Load(tests));
        var known = File.Exists(records) ? Read(records) : Record(run, records);
        foreach (var place in places)
        {
            Console.WriteLine($"{Begun} {place}");
            var code = Try(run, known, place, how, isFromTheStart);
            if (code != 0)
            {
                // A test that still runs would be waited for.
                Environment.Exit(code);
            }
        }

        return 0;
    }

    private static int Try(TestRun run, Dictionary<string, (double Seconds, HashSet<int> Seen)> known, int place, Alteration how, bool isFromTheStart)
    {
        var fitting = run.Cases.Where(test => known.TryGetValue(test.UniqueID, out var own) && own.Seen.Contains(place)).OrderBy(test => known[test.UniqueID].Seconds).ToArray();
        var applied = false;
        foreach (var test in fitting)
        {
            Altered.Begin(place, how);
            var passes = run.Passes(test, TimeSpan.FromSeconds(10 + (10 * known[test.UniqueID].Seconds)));
            applied |= Altered.WasApplied;
            if (passes is true)
            {
                continue;
            }

            Console.WriteLine($"{Noticed} {place} {test.DisplayName}");
            Altered.Begin(-1, how);
            return passes is null || isFromTheStart || run.Passes(test, Patience) is not true ? Spoilt : 0;
        }

        Console.WriteLine($"{Passed} {place} {(applied ? Otherwise : fitting.Length > 0 ? Unchanged : Uncalled)}");
        return 0;
    }

    private static Dictionary<string, (double Seconds, HashSet<int> Seen)> Record(TestRun run, string records)
    {
        var lines = new List<string>();
        foreach (var test in run.Cases)
        {
            Altered.Begin(-1, Alteration.Perturbed);
            var began = System.Diagnostics.Stopwatch.GetTimestamp();
            if (run.Passes(test, Patience) is true)
            {
                var seen = Altered.Seen;
                var numbers = new List<int>();
                for (var number = 0; number < seen.Length; number++)
                {
                    if (seen[number])
                    {
                        numbers.Add(number);
                    }
                }

                lines.Add(string.Create(CultureInfo.InvariantCulture, $"{test.UniqueID}\t{System.Diagnostics.Stopwatch.GetElapsedTime(began).TotalSeconds:R}\t{string.Join(' ', numbers)}\t{test.DisplayName.ReplaceLineEndings(" ").Replace('\t', ' ')}"));
            }
            else
            {
                Console.WriteLine($"left out: {test.DisplayName}");
            }
        }

        File.WriteAllLines(records, lines);
        return Read(records);
    }

    private static Dictionary<string, (double Seconds, HashSet<int> Seen)> Read(string records) => File.ReadLines(records).Select(line => line.Split('\t')).ToDictionary(
        parts => parts[0],
        parts => (double.Parse(parts[1], CultureInfo.InvariantCulture), parts[2].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToHashSet()),
        StringComparer.Ordinal);
}
