namespace Functional.Coverage;

using System;
using System.Collections.Generic;
using System.IO;

/// <summary>The sources beside which this program was built.</summary>
/// <param name="Root">Their directory.</param>
/// <param name="Builds">Whether tests are built before they run.</param>
internal sealed record Repository(string Root, bool Builds)
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    /// <summary>The projects under test, from the lowest floor to the highest.</summary>
    public static IReadOnlyList<string> Projects { get; } =
        ["Functional.Numerics", "Functional.Networks", "Functional.Data", "Functional.Experiments", "Functional.Verification", "Functional.Cli"];

    /// <summary>The repository that holds this program.</summary>
    /// <param name="builds">Whether tests are built before they run.</param>
    /// <exception cref="InvalidOperationException">It runs somewhere else.</exception>
    public static Repository Find(bool builds)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Functional.sln")))
            {
                return new(at.FullName, builds);
            }
        }

        throw new InvalidOperationException($"{AppContext.BaseDirectory} is not in a directory with Functional.sln: run this program where it was built.");
    }

    /// <summary>A folder for what this program makes, which git ignores.</summary>
    public string Made(params string[] parts) => Directory.CreateDirectory(Path.Combine([Root, "artifacts", .. parts])).FullName;

    /// <summary>Builds test projects in this program's configuration, where that is wanted.</summary>
    public void Build(IEnumerable<string> tests)
    {
        foreach (var test in Builds ? tests : [])
        {
            Child.Run(Root, "build", Path.Combine("tests", $"{test}.Tests"), "-c", Configuration, "-nodeReuse:false", "-v:quiet", "-p:RunAnalyzers=false");
        }
    }

    /// <summary>A fresh copy of a project's tests, once they are built.</summary>
    /// <param name="project">The project.</param>
    /// <param name="parts">Where the copy lies among what this program makes.</param>
    public string CopyOfTests(string project, params string[] parts)
    {
        var directory = Made(parts);
        Directory.Delete(directory, recursive: true);
        Copy(Tests(project), directory);
        return directory;
    }

    /// <summary>Where a project's tests lie once they are built.</summary>
    public string Tests(string project) => Path.Combine(Root, "tests", $"{project}.Tests", "bin", Configuration, "net10.0");

    /// <summary>Where a project's sources lie.</summary>
    public string Sources(string project) => Path.Combine(Root, "src", project) + Path.DirectorySeparatorChar;

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        }

        foreach (var inner in Directory.GetDirectories(from))
        {
            Copy(inner, Path.Combine(to, Path.GetFileName(inner)));
        }
    }
}
