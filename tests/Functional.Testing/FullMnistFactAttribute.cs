namespace Functional.Testing;

using System;
using Xunit;

/// <summary>A test on MNIST that takes longer than people wait for: it runs where the environment variable FUNCTIONAL_FULL is 1 and MNIST is there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FullMnistFactAttribute : FactAttribute
{
    private const string Variable = "FUNCTIONAL_FULL";

    /// <summary>Skips the test where it is not asked for, or the files are not found.</summary>
    public FullMnistFactAttribute()
    {
        if (!MnistFactAttribute.IsHere || !string.Equals(Environment.GetEnvironmentVariable(Variable), "1", StringComparison.Ordinal))
        {
            Skip = $"It takes a minute: set {Variable}=1, and FUNCTIONAL_MNIST to MNIST's directory.";
        }
    }
}
