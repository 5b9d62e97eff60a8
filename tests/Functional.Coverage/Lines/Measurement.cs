namespace Functional.Coverage.Lines;

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using Functional.Coverage.Members;
using Mono.Cecil;

/// <summary>Runs tests with their coverage measured.</summary>
internal sealed class Measurement(Repository repository)
{
    private static readonly string[] Whole = ["Functional.Numerics", "Functional.Networks"];

    /// <summary>Builds and runs tests, and tells what they cover.</summary>
    /// <param name="by">The projects whose tests run.</param>
    /// <returns>Whether they pass and execute every public member that they should.</returns>
    public bool Run(IReadOnlyList<string> by)
    {
        var began = Stopwatch.GetTimestamp();
        repository.Build(by);
        var results = repository.Made("coverage");
        Directory.Delete(results, recursive: true);
        var collector = typeof(Measurement).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(own => own.Key is "Collector").Value!;
        // In copies: where measuring is broken off, programs stay as they were rewritten for it.
        var copies = by.Select(project => Path.Combine(repository.CopyOfTests(project, "coverage", "tests", project), $"{project}.Tests.dll")).ToArray();
        var code = Child.Start(
            repository.Root,
            [
                "test", .. copies, "--collect", "Code Coverage", "--settings", Path.Combine(AppContext.BaseDirectory, "coverage.runsettings"),
                "--test-adapter-path", collector, "--results-directory", Path.Combine(results, "results"),
            ]);
        var report = Report.Read(Directory.GetFiles(Path.Combine(results, "results"), "*.cobertura.xml", SearchOption.AllDirectories));
        report.Write(Path.Combine(results, "files.txt"), repository);
        foreach (var project in Repository.Projects.Intersect(by, StringComparer.Ordinal))
        {
            Console.WriteLine(report.Of(project, repository));
        }

        Console.WriteLine($"{Stopwatch.GetElapsedTime(began).TotalSeconds:F0} s");
        return code == 0 && Whole.Intersect(by, StringComparer.Ordinal).Select(project => TellMissing(report, project)).ToArray().All(complete => complete);
    }

    private bool TellMissing(Report report, string project)
    {
        using var module = ModuleDefinition.ReadModule(Path.Combine(repository.Tests(project), $"{project}.dll"), new ReaderParameters { ReadSymbols = true, InMemory = true });
        var members = PublicMembers.Of(project, module).Where(member => member.Lines.Count > 0).ToArray();
        var missing = members.Where(member => !report.IsExecuted(member)).ToArray();
        Console.WriteLine($"{project}: {members.Length} public members, never executed: {missing.Length}");
        foreach (var member in missing)
        {
            Console.WriteLine($"  {member.Name} ({Path.GetRelativePath(repository.Root, member.File)}, line {member.Lines.Min()})");
        }

        return missing.Length == 0;
    }
}
