namespace Functional.Coverage.Lines;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using Functional.Coverage.Members;

/// <summary>What tests execute, by files, lines and methods, read from files in Cobertura's format.</summary>
internal sealed class Report
{
    private readonly Dictionary<string, Dictionary<int, LineCoverage>> files = new(StringComparer.Ordinal);
    private readonly HashSet<(string File, string Method, int Line)> executed = [];

    /// <summary>Reads the reports of one or more runs.</summary>
    /// <param name="paths">The files.</param>
    public static Report Read(IEnumerable<string> paths)
    {
        var report = new Report();
        foreach (var type in paths.SelectMany(path => XDocument.Load(path).Descendants("class")))
        {
            var file = Path.GetFullPath((string)type.Attribute("filename")!);
            var lines = report.files.TryGetValue(file, out var known) ? known : report.files[file] = [];
            foreach (var method in type.Descendants("method"))
            {
                var name = Identifier((string)method.Attribute("name")!);
                foreach (var line in method.Descendants("line"))
                {
                    var (number, coverage) = Line(line);
                    lines[number] = coverage.Or(lines.GetValueOrDefault(number));
                    if (coverage.IsExecuted)
                    {
                        report.executed.Add((file, name, number));
                    }
                }
            }
        }

        return report;
    }

    /// <summary>The coverage of a project.</summary>
    /// <param name="project">The project.</param>
    /// <param name="repository">Where it lies.</param>
    public CoverageSum Of(string project, Repository repository) =>
        CoverageSum.Of(project, [.. files.Where(file => file.Key.StartsWith(repository.Sources(project), StringComparison.Ordinal)).SelectMany(file => file.Value.Values)]);

    /// <summary>Whether any line of a member is executed, as a line of this member.</summary>
    /// <param name="member">The member.</param>
    public bool IsExecuted(PublicMember member) => member.Lines.Any(line => executed.Contains((Path.GetFullPath(member.File), Identifier(member.Method.Name), line)));

    /// <summary>Writes the coverage of each file, with the lines that are never executed and those of which a branch is never taken.</summary>
    /// <param name="path">The file to write.</param>
    /// <param name="repository">Where the sources lie.</param>
    public void Write(string path, Repository repository) => File.WriteAllLines(path, files.OrderBy(file => file.Key, StringComparer.Ordinal).SelectMany(file =>
    {
        var missing = file.Value.Where(line => !line.Value.IsExecuted).Select(line => line.Key).Order();
        var partial = file.Value.Where(line => line.Value.IsExecuted && line.Value.Taken < line.Value.Branches).Select(line => line.Key).Order();
        return new[] { $"{CoverageSum.Of(Path.GetRelativePath(repository.Root, file.Key), file.Value.Values)}", $"    never executed: {string.Join(' ', missing)}", $"    branches never taken: {string.Join(' ', partial)}" };
    }));

    private static (int Number, LineCoverage Coverage) Line(XElement line)
    {
        // "50% (1/2)"
        var parts = ((string?)line.Attribute("condition-coverage"))?.Split('(', '/', ')');
        return (
            (int)line.Attribute("number")!,
            new((long)line.Attribute("hits")! > 0, parts is null ? 0 : int.Parse(parts[1], CultureInfo.InvariantCulture), parts is null ? 0 : int.Parse(parts[2], CultureInfo.InvariantCulture)));
    }

    /// <summary>A method's name without its parameters and type parameters.</summary>
    private static string Identifier(string name) => name.Split('(', '<')[0] is { Length: > 0 } plain ? plain : name;
}
