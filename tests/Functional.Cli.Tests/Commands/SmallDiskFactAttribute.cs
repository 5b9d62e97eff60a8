namespace Functional.Cli.Tests.Commands;

using System;
using Xunit;

/// <summary>A test that needs a disk with little room.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SmallDiskFactAttribute : FactAttribute
{
    /// <summary>Skips the test where there can be no such disk.</summary>
    public SmallDiskFactAttribute()
    {
        using var disk = SmallDisk.Of("64k");
        if (disk is null)
        {
            Skip = "Only the superuser on Linux may mount a file system in memory.";
        }
    }
}
