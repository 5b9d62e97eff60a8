namespace Functional.Cli.Tests.Commands;

using System;
using Xunit;

/// <summary>A test that carries the laboratory's whole matrix out, which takes minutes: with FUNCTIONAL_LAB=1.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LabFactAttribute : FactAttribute
{
    /// <summary>Skips the test where it is not asked for.</summary>
    public LabFactAttribute()
    {
        if (!string.Equals(Environment.GetEnvironmentVariable("FUNCTIONAL_LAB"), "1", StringComparison.Ordinal))
        {
            Skip = "It takes minutes; FUNCTIONAL_LAB=1 runs it.";
        }
    }
}
