namespace Functional.Cli.Tests.Packages;

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;

/// <summary>The sources that these tests were built from, and what their projects say.</summary>
internal sealed record Repository(string Root)
{
    /// <summary>The repository; nothing where the tests run somewhere else.</summary>
    public static Repository? Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Functional.sln")))
            {
                return new(at.FullName);
            }
        }

        return null;
    }

    /// <summary>The projects that become packages.</summary>
    public IReadOnlyList<string> Projects => [.. Directory.GetFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories).Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    public string Version => Single("Directory.Build.props", "Version");

    /// <summary>What a project needs, as its file says: packages with the versions of the whole repository, and projects with its own.</summary>
    public IEnumerable<(string Id, string Version)> Needs(string project)
    {
        var file = XDocument.Load(Path.Combine(Root, "src", project, $"{project}.csproj"));
        return file.Descendants("PackageReference").Where(each => (string?)each.Attribute("PrivateAssets") is not "all").Select(each => (string)each.Attribute("Include")!).Select(id => (id, VersionOf(id)))
            .Concat(file.Descendants("ProjectReference").Select(each => (Path.GetFileNameWithoutExtension((string)each.Attribute("Include")!), Version)));
    }

    /// <summary>The version of a package that is the whole repository's: its own, or the one that is pinned for others'.</summary>
    public string VersionOf(string id) => Projects.Contains(id, StringComparer.Ordinal) ? Version
        : (string)XDocument.Load(Path.Combine(Root, "Directory.Packages.props")).Descendants("PackageVersion").Single(each => string.Equals((string?)each.Attribute("Include"), id, StringComparison.Ordinal)).Attribute("Version")!;

    private string Single(string file, string element) => XDocument.Load(Path.Combine(Root, file)).Descendants(element).Single().Value;
}
