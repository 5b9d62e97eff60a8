namespace Functional.Numerics.Tests.Elementary;

using System;
using Xunit;

/// <summary>Whether the tests over every number of a format are asked for, by FUNCTIONAL_EXHAUSTIVE=1.</summary>
internal static class Exhaustively
{
    public static bool Asked { get; } = string.Equals(Environment.GetEnvironmentVariable("FUNCTIONAL_EXHAUSTIVE"), "1", StringComparison.Ordinal);
}

/// <summary>A test that takes minutes and runs only where the environment asks for it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ExhaustiveTheoryAttribute : TheoryAttribute
{
    public ExhaustiveTheoryAttribute()
    {
        if (!Exhaustively.Asked)
        {
            Skip = "Set FUNCTIONAL_EXHAUSTIVE=1 to run it; it takes minutes.";
        }
    }
}
