namespace Functional.Coverage.Alterations;

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;

/// <summary>Alters each public member in turn and asks the tests whether they notice.</summary>
internal sealed class Experiment(Repository repository)
{
    private static readonly string[] Altered = ["Functional.Numerics", "Functional.Networks"];

    private const int Progress = 100;

    private readonly Dictionary<int, (string Said, string What)> told = [];
    private List<Site> sites = [];

    /// <summary>Runs the experiment and tells what comes of it.</summary>
    /// <param name="by">The projects whose tests are asked, one after the other, each about what those before it did not notice.</param>
    /// <param name="wanted">A part of the names of the members that are altered; all where it is empty.</param>
    /// <returns>Whether every place was noticed.</returns>
    public bool Run(IReadOnlyList<string> by, string wanted)
    {
        repository.Build(by);
        foreach (var project in by)
        {
            var began = Stopwatch.GetTimestamp();
            var directory = Prepare(project);
            var asked = sites.Where(site => IsOpen(site.Number) && site.Member.Contains(wanted, StringComparison.Ordinal)).Select(site => site.Number).ToList();
            foreach (var how in Enum.GetValues<Alteration>())
            {
                Ask(directory, project, how, asked);
                asked.RemoveAll(number => !IsOpen(number));
            }

            foreach (var number in asked.Where(number => told[number].What is not Trial.Uncalled).ToArray())
            {
                // What is computed once and for all is altered only where it is altered from the beginning on.
                Start(directory, project, Alteration.Perturbed, isFromTheStart: true, [number]);
            }

            Console.WriteLine($"{project}.Tests: {sites.Count(site => !IsOpen(site.Number))} of {sites.Count} places noticed so far, {Stopwatch.GetElapsedTime(began).TotalSeconds:F0} s");
        }

        return Tell(wanted);
    }

    private bool IsOpen(int number) => !told.TryGetValue(number, out var said) || said.Said is not Trial.Noticed;

    /// <summary>A copy of a project's tests in which members can be altered.</summary>
    private string Prepare(string project)
    {
        var directory = repository.CopyOfTests(project, "altered", project);

        // Without it, whatever lies in the directory can be loaded: this program as well.
        File.Delete(Path.Combine(directory, $"{project}.Tests.deps.json"));
        var places = new List<Site>();
        foreach (var altered in Altered.Where(altered => File.Exists(Path.Combine(directory, $"{altered}.dll"))))
        {
            places.AddRange(Rewriting.Of(directory, altered, places.Count));
        }

        sites = places.Count > sites.Count ? places : sites;
        foreach (var own in new[] { "Functional.Coverage.dll", "Mono.Cecil.dll", "Mono.Cecil.Rocks.dll", "LanguageExt.Core.dll" })
        {
            File.Copy(Path.Combine(AppContext.BaseDirectory, own), Path.Combine(directory, own), overwrite: true);
        }

        return directory;
    }

    private void Ask(string directory, string project, Alteration how, IReadOnlyList<int> numbers)
    {
        var open = new Queue<int>(numbers);
        while (open.Count > 0)
        {
            var answered = Start(directory, project, how, isFromTheStart: false, [.. open]);
            if (answered == 0)
            {
                throw new InvalidOperationException($"The tests of {project} could not be run with alterations.");
            }

            for (; answered > 0; answered--)
            {
                open.Dequeue();
            }
        }
    }

    /// <summary>Runs a process until it ends, and returns how many places it has dealt with.</summary>
    private int Start(string directory, string project, Alteration how, bool isFromTheStart, IReadOnlyList<int> numbers)
    {
        var list = Path.Combine(directory, "places.txt");
        File.WriteAllLines(list, numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));
        var (answered, current) = (0, -1);
        var code = Child.Start(
            directory,
            ["exec", "--runtimeconfig", $"{project}.Tests.runtimeconfig.json", $"{Assembly.GetExecutingAssembly().GetName().Name}.dll", "try", $"{project}.Tests", "records.txt", how.ToString(), isFromTheStart.ToString(), list],
            line =>
            {
                var parts = line.Split(' ', 3);
                if (parts is not [Trial.Begun or Trial.Noticed or Trial.Passed, _, ..] || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                {
                    Console.WriteLine(line);
                    return;
                }

                if (parts[0] is Trial.Begun)
                {
                    current = number;
                    return;
                }

                (answered, current) = (answered + 1, -1);
                if (answered % Progress == 0)
                {
                    Console.WriteLine($"{project}.Tests: {answered} of {numbers.Count} places asked about ({how})");
                }

                Note(number, parts[0], parts.Length > 2 ? parts[2] : string.Empty);
            });
        if (current >= 0)
        {
            answered++;
            Note(current, Trial.Noticed, $"the process ended with {code}");
        }

        return answered;
    }

    private void Note(int number, string said, string what)
    {
        // What one way of altering does not reach says less than what another one does without being noticed.
        if (said is Trial.Noticed || !told.TryGetValue(number, out var before) || before.What is Trial.Uncalled || (before.What is Trial.Unchanged && what is Trial.Otherwise))
        {
            told[number] = (said, what);
        }
    }

    private bool Tell(string wanted)
    {
        var asked = sites.Where(site => site.Member.Contains(wanted, StringComparison.Ordinal)).ToArray();
        var open = asked.Where(site => IsOpen(site.Number)).ToArray();
        var path = Path.Combine(repository.Made("altered"), "noticed.txt");
        File.WriteAllLines(path, asked.Select(site => $"{site}\t{(told.TryGetValue(site.Number, out var said) ? $"{said.Said} {said.What}" : "nothing")}"));
        Console.WriteLine($"{asked.Select(site => site.Member).Distinct(StringComparer.Ordinal).Count()} public members altered in {asked.Length} places: {asked.Length - open.Length} noticed, {open.Length} not. Who noticed what: {path}");
        foreach (var site in open)
        {
            Console.WriteLine($"  {site} ({(told.TryGetValue(site.Number, out var said) ? said.What : Trial.Uncalled)})");
        }

        return open.Length == 0;
    }
}
