namespace Functional.Testing;

using System;
using System.IO;
using Xunit;

/// <summary>
/// A test that needs the MNIST files: in the directory that the environment variable FUNCTIONAL_MNIST names, or in <c>shared/data/mnist</c> beside
/// a directory above the tests. Without them it is skipped.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MnistFactAttribute : FactAttribute
{
    private const string Variable = "FUNCTIONAL_MNIST";

    /// <summary>Skips the test where the files are not found.</summary>
    public MnistFactAttribute()
    {
        if (FoundDirectory() is null)
        {
            Skip = $"The MNIST files are not here: set {Variable} to their directory.";
        }
    }

    /// <summary>Whether the files are found.</summary>
    public static bool IsHere => FoundDirectory() is not null;

    /// <summary>Where the files are.</summary>
    public static string Directory => FoundDirectory() ?? throw new InvalidOperationException("The MNIST files are not here.");

    private static string? FoundDirectory()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return System.IO.Directory.Exists(named) ? named : null;
        }

        for (var place = new DirectoryInfo(AppContext.BaseDirectory); place is not null; place = place.Parent)
        {
            var candidate = Path.Combine(place.FullName, "shared", "data", "mnist");
            if (System.IO.Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
