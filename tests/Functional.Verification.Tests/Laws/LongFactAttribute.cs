namespace Functional.Verification.Tests.Laws;

using System;
using Xunit;

/// <summary>A test that takes long: it runs where an environment variable is set, and is skipped elsewhere and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LongFactAttribute : FactAttribute
{
    /// <summary>Skips the test where the variable is not set.</summary>
    /// <param name="variable">The environment variable.</param>
    public LongFactAttribute(string variable)
    {
        Variable = variable;
        Skip = Environment.GetEnvironmentVariable(variable) is { Length: > 0 } ? null : $"It takes long: set {variable} to a number.";
    }

    /// <summary>The environment variable.</summary>
    public string Variable { get; }
}
